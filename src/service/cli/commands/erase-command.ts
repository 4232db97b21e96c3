import type { Erasure } from '../../../contract/people';
import type { Config } from '../../config/config';
import type { StoreConfig } from '../store-access/open-configured-store';
import { visitSites } from '../store-access/visit-sites';
import { warnOfSite } from '../store-access/warn-of-site';
import { type AskCommand, withCommands } from '../store-access/with-commands';
import { readAccount, readSite } from '../terminal/people-words';
import { showProgress } from '../terminal/show-progress';
import { tellAside } from '../terminal/tell-aside';
import { writeRecords } from '../terminal/write-records';

export interface EraseWords {
  readonly account: string;
  readonly site?: string;
}

/**
 * `aside erase`: takes away for good what an account wrote, in one site or in all, in batches. Stopped half-way and
 * started again, it goes on where it stopped. Prints what it came to, a line a site.
 * @throws UsageError, and what `withCommands` throws.
 */
export async function runErase(config: StoreConfig & Pick<Config, 'sites'>, words: EraseWords): Promise<void> {
  const accountId = readAccount(words.account);
  const onlySite = words.site === undefined ? null : readSite(words.site);
  const progress = showProgress();
  let erased = 0;
  try {
    await withCommands(config, async (ask) => {
      if (onlySite !== null) await warnOfSite(config, ask, onlySite);
      const visit = async (cloudId: string) => {
        const messages = await eraseInSite(ask, cloudId, accountId, (text) => progress.show(text));
        erased += messages;
        await writeRecords([{ site: cloudId, account: accountId, messages }]);
      };
      if (onlySite !== null) await visit(onlySite);
      else await visitSites(config, ask, 'erased', visit);
      // Also when nothing was found: an earlier run may have been stopped just before this.
      await ask({ command: 'clear traces' });
    });
  } finally {
    progress.end();
  }
  if (erased === 0) tellAside(`No words of the account ${accountId} were kept. Is its id right?`);
}

async function eraseInSite(
  ask: AskCommand,
  cloudId: string,
  accountId: string,
  show: (text: string) => void,
): Promise<number> {
  for (;;) {
    const { messages, isFinished } = (await ask({ command: 'erase', cloudId, accountId })) as Erasure;
    show(`${messages} messages erased, ${cloudId}`);
    if (isFinished) return messages;
  }
}
