import { readScheme } from '../address-scheme';
import { type DocumentProblem, invalid, problemOfText, tooLarge } from '../problem';
import { isSafeLink, safeLinkRule } from '../safe-link';

const addressWords: ReadonlySet<string | undefined> = new Set(['href', 'url', 'uri', 'src']);

/** Schemes of addresses that run, or show, what they hold themselves. */
const ownContent: ReadonlySet<string | null> = new Set(['javascript:', 'vbscript:', 'data:']);

/**
 * Checks what stands in the members of an object, named as known ones or not: any of them may be what a client reads,
 * and makes a link of. `depth` is how many more levels they may nest.
 */
export function checkMembers(members: object, pointer: string, depth: number): DocumentProblem | null {
  for (const [name, value] of Object.entries(members)) {
    const fault = problemOfText(name, pointer) ?? checkValue(name, value, pointTo(pointer, name), depth);
    if (fault !== null) return fault;
  }
  return null;
}

/** `name` is that of the member that holds the value, itself or in a list. */
function checkValue(name: string, value: unknown, pointer: string, depth: number): DocumentProblem | null {
  if (typeof value === 'string') return problemOfText(value, pointer) ?? checkAddress(name, value, pointer);
  // JSON reads 1e400 as infinite, and has no way to write that.
  if (typeof value === 'number' && !Number.isFinite(value)) return invalid(pointer, 'must be a finite number');
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return tooLarge(pointer, 'must not nest any deeper');
  if (!Array.isArray(value)) return checkMembers(value, pointer, depth - 1);
  for (const [index, inner] of value.entries()) {
    const fault = checkValue(name, inner, `${pointer}/${index}`, depth - 1);
    if (fault !== null) return fault;
  }
  return null;
}

function checkAddress(name: string, value: string, pointer: string): DocumentProblem | null {
  // Words that people read, of a text node, a card's title or a mention: "Data: 12 rows" is none of an address.
  if (name === 'text' || value === '') return null;
  if (namesAddress(name)) return isSafeLink(value) ? null : invalid(pointer, safeLinkRule);
  return ownContent.has(readScheme(value))
    ? invalid(pointer, 'must not be a javascript:, vbscript: or data: address')
    : null;
}

/** Whether a member of this name is one for addresses: `url`, and what ends with it as a word, `iconUrl`, but not `curl`. */
function namesAddress(name: string): boolean {
  const words = name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/);
  return addressWords.has(words.at(-1)?.toLowerCase());
}

/** A refusal quotes a line at most of what was sent. */
const longestName = 64;

function pointTo(pointer: string, name: string): string {
  const shown = name.length > longestName ? `${name.slice(0, longestName).replace(/\p{Surrogate}$/u, '')}…` : name;
  return `${pointer}/${shown.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
