import type { StateInline } from 'markdown-it';

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/** Where characters of a delimiter may open or close, as the parser asks for it. */
type Flanking = ReturnType<StateInline['scanDelims']>;

/**
 * CommonMark tells the ends of emphasis by the blanks around punctuation, which Chinese, Japanese and Korean do without:
 * `**真，**她` would stay as typed. Beside their characters punctuation counts as a letter.
 */
export function flankAsWritten({ src }: StateInline, start: number, canSplitWord: boolean, found: Flanking): Flanking {
  if (!canSplitWord || (found.can_open && found.can_close)) return found;
  const before = lastCharacter(src.slice(Math.max(0, start - 4), start));
  const after = String.fromCodePoint(src.codePointAt(start + found.length) ?? 0x20);
  if (!eastAsian.test(before) && !eastAsian.test(after)) return found;
  return { ...found, can_open: found.can_open || !isBlank(after), can_close: found.can_close || !isBlank(before) };
}

/** Without the variation selector that may follow it. */
function lastCharacter(text: string): string {
  return [...text.replace(/[\ufe00-\ufe0f]$|\udb40[\udd00-\uddef]$/, '')].at(-1) ?? ' ';
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}
