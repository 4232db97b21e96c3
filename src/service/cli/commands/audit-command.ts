import type { AuditRecord } from '../../conversation/administration';
import type { StoreConfig } from '../store-access/open-configured-store';
import { type AskCommand, withCommands } from '../store-access/with-commands';
import { readSite } from '../terminal/people-words';
import { ReaderGone, writeRecords } from '../terminal/write-records';

/** As the store keeps what concerns no single site. */
const installation = '00000000-0000-0000-0000-000000000000';

export interface AuditWords {
  readonly site?: string;
}

/** `aside audit`: who did what, the oldest first, as NDJSON; of a site, or without one of the installation as a whole. */
export async function runAudit(config: StoreConfig, words: AuditWords): Promise<void> {
  const cloudId = words.site === undefined ? installation : readSite(words.site);
  const print = async (ask: AskCommand) => {
    let after: string | null = null;
    do {
      const records: AuditRecord[] = (await ask({ command: 'audit', cloudId, after })) as AuditRecord[];
      await writeRecords(
        records.map(({ cloudId: site, ...deed }) => (site === installation ? deed : { site, ...deed })),
      );
      after = records.at(-1)?.id ?? null;
    } while (after !== null);
  };
  await withCommands(config, print).catch((error: unknown) => {
    // `aside audit | head` has what it wanted.
    if (!(error instanceof ReaderGone)) throw error;
  });
}
