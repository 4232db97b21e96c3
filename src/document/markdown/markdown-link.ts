import type { StateInline } from 'markdown-it';

interface Target {
  readonly href: string;
  readonly title: string;
  /** Where the text goes on. */
  readonly end: number;
}

/**
 * `[words](address "title")` and `![words](address)`, for the parser: a picture becomes a link to it, since a reader's
 * browser is to fetch nothing. What has no address, or one that is not safe, stands as typed.
 */
export function readLink(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax, md } = state;
  const isPicture = src[pos] === '!';
  const open = isPicture ? pos + 1 : pos;
  if (src[open] !== '[' || open > lastTarget(state)) return false;
  const close = md.helpers.parseLinkLabel(state, open, !isPicture);
  const target = close < 0 ? null : readTarget(state, close + 1);
  if (target === null) return false;
  if (!silent) {
    const token = state.push('link_open', 'a', 1);
    token.attrs = [
      ['href', target.href],
      ...(target.title === '' ? [] : [['title', target.title] as [string, string]]),
    ];
    state.pos = open + 1;
    state.posMax = close;
    state.linkLevel += 1;
    md.inline.tokenize(state);
    state.linkLevel -= 1;
    state.push('link_close', 'a', -1);
  }
  state.pos = target.end;
  state.posMax = posMax;
  return true;
}

const lastTargets = new WeakMap<StateInline, number>();

/** Where the last address may begin. Found once for each text: many brackets without one would be looked through anew. */
function lastTarget(state: StateInline): number {
  const known = lastTargets.get(state) ?? state.src.lastIndexOf('](');
  lastTargets.set(state, known);
  return known;
}

function readTarget({ src, posMax, md }: StateInline, start: number): Target | null {
  if (src[start] !== '(') return null;
  const skipBlanks = (from: number): number => {
    let at = from;
    while (at < posMax && /[ \t\n]/.test(src[at] ?? '')) at += 1;
    return at;
  };
  const address = md.helpers.parseLinkDestination(src, skipBlanks(start + 1), posMax);
  if (!address.ok) return null;
  const href = md.normalizeLink(address.str);
  if (!md.validateLink(href)) return null;
  const behind = skipBlanks(address.pos);
  const title = behind === address.pos ? null : md.helpers.parseLinkTitle(src, behind, posMax);
  const end = title?.ok ? skipBlanks(title.pos) : behind;
  if (end >= posMax || src[end] !== ')') return null;
  return { href, title: title?.ok ? title.str.replace(/\s+/g, ' ').trim() : '', end: end + 1 };
}
