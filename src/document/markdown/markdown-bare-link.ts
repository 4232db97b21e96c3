import type { MarkdownIt, StateInline } from 'markdown-it';

/** An address that was typed without any Markdown, e.g. `https://a.example/b`, `a.example` or `me@a.example`. */
export interface BareLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** In characters. Longer ones are not looked through: at each beginning of an address that would be done to the end. */
const longestWord = 4096;

/** `https://…`, for the parser: found before emphasis, so that `__init__.py` in an address is none. */
export function readBareLink(state: StateInline, silent: boolean): boolean {
  const { src, pos, md } = state;
  if (silent || state.linkLevel > 0 || !src.startsWith('://', pos)) return false;
  const scheme = /(?<![a-z0-9.+-])https?$/i.exec(state.pending.slice(-8))?.[0];
  if (scheme === undefined) return false;
  const start = pos - scheme.length;
  const word = /^\S*/.exec(src.slice(start, Math.min(start + longestWord + 1, state.posMax)))?.[0] ?? '';
  const found = word.length > longestWord ? null : md.linkify.matchAtStart(word);
  const link = found === null ? null : toBareLink(md, found, /[*~]+$/);
  if (link === null) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  state.push('link_open', 'a', 1).attrs = [['href', link.href]];
  state.push('text', '', 0).content = src.slice(start, start + link.end);
  state.push('link_close', 'a', -1);
  state.pos = start + link.end;
  return true;
}

/** The addresses in a text that holds no Markdown, in order. */
export function findBareLinks(md: MarkdownIt, text: string): BareLink[] {
  if (text.length > longestWord && text.split(/\s/).some((word) => word.length > longestWord)) return [];
  return (md.linkify.match(text) ?? []).flatMap((found) => toBareLink(md, found, /$/) ?? []);
}

interface Found {
  readonly schema: string;
  readonly index: number;
  readonly raw: string;
  readonly url: string;
}

/** Ends the address where a sentence around it goes on. Null where nothing of it is left, or it may be no link. */
function toBareLink(md: MarkdownIt, { index, raw, url, schema }: Found, more: RegExp): BareLink | null {
  const kept = endOfAddress(raw.replace(more, ''));
  if (kept <= schema.length + 2) return null;
  const href = md.normalizeLink(url.slice(0, url.length - (raw.length - kept)));
  return md.validateLink(href) ? { start: index, end: index + kept, href } : null;
}

/** No address holds these unescaped, and writers of Chinese and Japanese put no blank before them. What cannot be seen is copied along. */
const parting =
  /[\u00ad\u200b\u200e\u200f\u2018-\u201f\u2026\u202a-\u202e\u2066-\u2069\u3001-\u3003\u3008-\u3011\u3014-\u301f\ufeff\uff01-\uff0f\uff1a-\uff1f«»‹›]/;

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** How much of it is the address: without the stop, quote or bracket of the sentence around it. */
function endOfAddress(raw: string): number {
  const parted = raw.search(parting);
  let end = parted < 0 ? raw.length : parted;
  const open: Record<string, number> = {};
  for (const char of raw.slice(0, end)) open[char] = (open[char] ?? 0) + 1;
  for (; end > 0; end -= 1) {
    const last = raw[end - 1] ?? '';
    const opener = openers[last];
    const isLoose = opener !== undefined && (open[opener] ?? 0) < (open[last] ?? 0);
    if (!isLoose && !/[.,:;!?'"]/.test(last)) break;
    open[last] = (open[last] ?? 0) - 1;
  }
  return end;
}
