import type { StateInline } from 'markdown-it';
import { accountId } from '../../patterns/patterns';

/** Jira's own way to write a mention in plain text. */
const mention = new RegExp(`\\[~accountid:(${accountId})\\]`, 'y');

/** A mention, for the parser: one token with the account id as its content. */
export function readMention(state: StateInline, silent: boolean): boolean {
  // Ahead, the parser looks for the end of a link's words, and would take this for a link within it.
  if (silent || state.src[state.pos] !== '[') return false;
  mention.lastIndex = state.pos;
  const found = mention.exec(state.src);
  if (found === null || state.pos + found[0].length > state.posMax) return false;
  state.push('mention', '', 0).content = found[1] ?? '';
  state.pos += found[0].length;
  return true;
}
