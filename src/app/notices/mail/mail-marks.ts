import { claimMark, type MailEnd, type MailState, readMark, releaseMark, settleMark } from './marks';

export type { Mark } from './marks';

export const markPrefixes = { first: 'mailed:', reminder: 'reminded:', hold: 'hold:' } as const;

/** The mail about a message, or the reminder of it: each has a mark of its own for each receiver. */
export interface Marked {
  readonly messageId: string;
  readonly isReminder: boolean;
}

/** @throws StorageError */
export function readMailState(marked: Marked, accountId: string): Promise<MailState> {
  return readMark(keyOf(marked, accountId));
}

/** As `claimMark`. @throws StorageError */
export function claimMail(marked: Marked, accountId: string, state: 'open' | 'left'): Promise<boolean> {
  return claimMark(keyOf(marked, accountId), state);
}

/** Nobody takes it on any more. @throws StorageError */
export function settleMail(marked: Marked, accountId: string, end: MailEnd): Promise<void> {
  return settleMark(keyOf(marked, accountId), end);
}

/** Gives it back after a failure that may pass. @throws StorageError */
export function releaseMail(marked: Marked, accountId: string): Promise<void> {
  return releaseMark(keyOf(marked, accountId));
}

function keyOf({ messageId, isReminder }: Marked, accountId: string): string {
  return `${markPrefixes[isReminder ? 'reminder' : 'first']}${messageId}:${accountId}`;
}
