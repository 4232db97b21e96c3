import { idempotencyKey, longestCursor, longestName, matchWhole, uuid } from '../../../patterns';
import { ProblemError } from '../../problems/problem-error';
import { isAccountId } from '../../site/is-account-id';

const wholeUuid = matchWhole(uuid);
const wholeKey = matchWhole(idempotencyKey);
/** Opaque; the service refuses what it did not make. */
const wholeCursor = matchWhole(`[\\x21-\\x7e]{0,${longestCursor}}`);

/** Payloads come from a browser and may be anything. A wrong one is a fault of the view, or a forged call. */
function expectText(value: unknown, pattern: RegExp): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new ProblemError({ code: 'unexpected' });
}

export function readUserId(value: unknown): string {
  if (typeof value === 'string' && isAccountId(value)) return value;
  throw new ProblemError({ code: 'unexpected' });
}
export const readMessageId = (value: unknown): string => expectText(value, wholeUuid);
export const readConversationId = (value: unknown): string => expectText(value, wholeUuid).toLowerCase();
export const readKey = (value: unknown): string => expectText(value, wholeKey);
export const readCursor = (value: unknown): string => expectText(value, wholeCursor);

export function readFlag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new ProblemError({ code: 'unexpected' });
}

export function readChoice<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice {
  const choice = choices.find((it) => it === value);
  if (choice === undefined) throw new ProblemError({ code: 'unexpected' });
  return choice;
}

/** What someone typed into a search box: without blanks around it, and no longer than the service and Jira take. */
export function readSearchText(value: unknown): string {
  if (typeof value !== 'string') throw new ProblemError({ code: 'unexpected' });
  return value.trim().slice(0, longestName);
}

/** Account ids, each once. */
export function readUserIds(value: unknown, most: number): string[] {
  if (!Array.isArray(value) || value.length > most) throw new ProblemError({ code: 'unexpected' });
  return [...new Set((value as unknown[]).map(readUserId))];
}
