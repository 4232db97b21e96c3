import { ProblemError } from './problem-error';

const accountId = /^[A-Za-z0-9:_-]{1,128}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const key = /^[\x21-\x7e]{1,128}$/;

/** Payloads come from a browser and may be anything. A wrong one is a fault of the view, or a forged call. */
function expectText(value: unknown, pattern: RegExp): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new ProblemError({ code: 'unexpected' });
}

export const readUserId = (value: unknown): string => expectText(value, accountId);
export const readMessageId = (value: unknown): string => expectText(value, uuid);
export const readKey = (value: unknown): string => expectText(value, key);
