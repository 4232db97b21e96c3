import type { RetentionDays } from '../../conversation/administration';
import type { Transaction } from '../engine/database';
import { keptSince } from '../people/retention';
import { firstIdAt } from '../rows/message-id';
import { beforeAllIds } from '../rows/outer-ids';

/** What each kind of what is purged is removed by. */
export interface PurgeRun {
  readonly transaction: Transaction;
  readonly now: Date;
  readonly cloudId: string;
  /** For how long the site keeps messages; what belongs to one is kept no longer. */
  readonly days: RetentionDays;
}

/** The first id of a message that is kept. Where messages are kept for ever, no id is before it. */
export function firstKeptId({ now, days }: PurgeRun): string {
  return days === null ? beforeAllIds : firstIdAt(keptSince(now, days, days));
}
