import type { RetentionDays } from '../conversation/administration';
import { askStore } from './ask-store';
import type { StoreConfig } from './open-configured-store';
import { readDays, readSite } from './people-words';
import { writeRecords } from './write-records';

export interface RetentionWords {
  readonly site: string;
  readonly days?: string;
}

/** `aside retention`: sets how many days a site keeps messages, or says it where no number is given. */
export async function runRetention(config: StoreConfig, words: RetentionWords): Promise<void> {
  const cloudId = readSite(words.site);
  const request =
    words.days === undefined
      ? { command: 'retention', cloudId }
      : { command: 'retention set', cloudId, days: readDays(words.days) };
  const days = (await askStore(config, request)) as RetentionDays;
  await writeRecords([{ site: cloudId, days: days ?? 'off' }]);
}
