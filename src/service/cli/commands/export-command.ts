import type { Config } from '../../config/config';
import type { ExportPage, ExportPosition } from '../../conversation/administration';
import type { StoreConfig } from '../store-access/open-configured-store';
import { visitSites } from '../store-access/visit-sites';
import { warnOfSite } from '../store-access/warn-of-site';
import { type AskCommand, withCommands } from '../store-access/with-commands';
import { readAccount, readSite } from '../terminal/people-words';
import { showProgress } from '../terminal/show-progress';
import { tellAside } from '../terminal/tell-aside';
import { UsageError } from '../terminal/usage-error';
import { writeRecords } from '../terminal/write-records';

export interface ExportWords {
  readonly account?: string;
  readonly site?: string;
}

/**
 * `aside export`: a site, or what is kept of an account in one site or in all, as NDJSON on standard output.
 * @throws UsageError, and what `withCommands` throws.
 */
export async function runExport(config: StoreConfig & Pick<Config, 'sites'>, words: ExportWords): Promise<void> {
  if (words.account === undefined && words.site === undefined) {
    throw new UsageError('What is to be exported? --account ID, --site ID, or both for an account in one site.');
  }
  const accountId = words.account === undefined ? null : readAccount(words.account);
  const onlySite = words.site === undefined ? null : readSite(words.site);
  const progress = showProgress();
  let count = 0;
  let kept = 0;
  const exportSite = async (ask: AskCommand, cloudId: string) => {
    let after: ExportPosition | null = null;
    do {
      const page = (await ask({ command: 'export', cloudId, accountId, after })) as ExportPage;
      await writeRecords(page.records);
      count += page.records.length;
      kept += page.records.filter(({ record }) => record !== 'export').length;
      progress.show(`${count} records, ${cloudId}`);
      after = page.next;
    } while (after !== null);
  };
  try {
    await withCommands(config, async (ask) => {
      if (onlySite === null) return visitSites(config, ask, 'exported', (cloudId) => exportSite(ask, cloudId));
      await warnOfSite(config, ask, onlySite);
      return exportSite(ask, onlySite);
    });
  } finally {
    progress.end();
  }
  if (accountId !== null && kept === 0) tellAside(`Nothing is kept of the account ${accountId}. Is its id right?`);
}
