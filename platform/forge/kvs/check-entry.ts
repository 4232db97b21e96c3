import type { RuleBook } from '../../rules/rules';
import { KvsRefusal } from './kvs-refusal';

/** Atlassian's limits: developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs and storage limits. */
const longestKey = 500;
const largestValue = 240 * 1024;
const deepestValue = 31;
const keyPattern = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws KvsRefusal for a key that the platform does not take. */
export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key === '') throw new KvsRefusal(400, 'KEY_TOO_SHORT', 'The key is empty.');
  if (key.length > longestKey) throw new KvsRefusal(400, 'KEY_TOO_LONG', `A key has ${longestKey} characters at most.`);
  if (!keyPattern.test(key)) throw new KvsRefusal(400, 'INVALID_KEY', `A key has to fit ${keyPattern}.`);
  return key;
}

/** @throws KvsRefusal for a value that is none, too large or nested too deep. */
export function checkValue(value: unknown, rules: RuleBook): unknown {
  if (value === undefined || value === null) throw new KvsRefusal(400, 'INVALID_VALUE', 'There is no value.');
  if (rules.hold('values-are-small') && Buffer.byteLength(JSON.stringify(value)) > largestValue) {
    throw new KvsRefusal(400, 'MAX_SIZE', `A value has ${largestValue} bytes at most.`);
  }
  if (depthOf(value) > deepestValue) throw new KvsRefusal(400, 'MAX_DEPTH', `A value is ${deepestValue} levels deep.`);
  return value;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
