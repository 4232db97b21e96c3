import type { Config } from '../../config/config';
import type { RetentionDays } from '../../conversation/administration';
import type { StoreConfig } from '../store-access/open-configured-store';
import { warnOfSite } from '../store-access/warn-of-site';
import { withCommands } from '../store-access/with-commands';
import { readDays, readSite } from '../terminal/people-words';
import { writeRecords } from '../terminal/write-records';

export interface RetentionWords {
  readonly site: string;
  readonly days?: string;
}

/** `aside retention`: sets how many days a site keeps messages, or says it where no number is given. */
export async function runRetention(config: StoreConfig & Pick<Config, 'sites'>, words: RetentionWords): Promise<void> {
  const cloudId = readSite(words.site);
  const request =
    words.days === undefined
      ? { command: 'retention', cloudId }
      : { command: 'retention set', cloudId, days: readDays(words.days) };
  await withCommands(config, async (ask) => {
    const days = (await ask(request)) as RetentionDays;
    await writeRecords([{ site: cloudId, days: days ?? 'off' }]);
    await warnOfSite(config, ask, cloudId);
  });
}
