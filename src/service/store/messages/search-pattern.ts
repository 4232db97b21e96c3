import { foldCase } from '../engine/fold-case';
import { collectLetterCases, type LetterCases } from './letter-cases';

/** How many letters in a row are looked at together where each may belong to a joined one, as in `ffffff`. */
const longestChain = 5;

/** One way to write letters of the word. */
interface Spelling {
  /** Where the next one begins. */
  readonly to: number;
  /** A regular expression for it, a unit by itself. */
  readonly written: string;
}

/** By where they begin: the number of the letter. */
type Spellings = readonly Spelling[][];

let known: LetterCases | null = null;

/**
 * A regular expression that finds a word in a text in NFC as it stands, but for case: it matches where `foldCase` of the
 * text holds `foldCase` of the word. All cases are written out, since `ilike` and `lower` know only ASCII where the
 * database's locale is "C", and no engine knows that `ß` is `SS`. A joined letter (`ß`, `ﬁ`) is found by each of its
 * parts. In a chain of possible ones that is longer than `longestChain`, one across its end is not looked for: all ways
 * to write such a chain would be too many.
 */
export function searchPattern(word: string): string {
  known ??= collectLetterCases();
  const spellings = spellWord([...foldCase(word)], known);
  let pattern = '';
  for (let start = 0, end = 0; start < spellings.length; start = end) {
    end = endOfChain(spellings, start);
    pattern += writeChain(spellings, start, end);
  }
  return pattern;
}

/** Each letter, and the joined ones that lie in the word, or across its beginning or end, or all around it. */
function spellWord(letters: readonly string[], cases: LetterCases): Spellings {
  const spellings = letters.map((letter, at) => [{ to: at + 1, written: writeLetter(letter, cases) }]);
  for (const { letter, parts } of cases.joined) {
    for (let start = 1 - parts.length; start < letters.length; start += 1) {
      const fits = parts.every((part, n) => (letters[start + n] ?? part) === part);
      const to = Math.min(letters.length, start + parts.length);
      if (fits) spellings[Math.max(0, start)]?.push({ to, written: letter });
    }
  }
  return spellings;
}

/** Where no spelling goes on. */
function endOfChain(spellings: Spellings, start: number): number {
  const most = start + longestChain;
  let end = start + 1;
  for (let at = start; at < end; at += 1) {
    for (const { to } of spellings[at] ?? []) if (to <= most) end = Math.max(end, to);
  }
  return end;
}

/** Every row of spellings from one place to another. */
function writeChain(spellings: Spellings, start: number, end: number): string {
  if (start === end) return '';
  const ways = new Map<number, string[]>();
  for (const { to, written } of spellings[start] ?? []) if (to <= end) ways.set(to, [...(ways.get(to) ?? []), written]);
  return either([...ways].map(([to, written]) => either(written) + writeChain(spellings, to, end)));
}

/** A letter in each case. Where it has a mark, its cases may be letters that take the mark as a sign of its own. */
function writeLetter(letter: string, { single }: LetterCases): string {
  const [base = '', ...marks] = [...letter.normalize('NFD')];
  const withMarks =
    marks.length === 0 ? [] : (single.get(base) ?? [base]).map((one) => (one + marks.join('')).normalize('NFC'));
  const all = [...new Set([...(single.get(letter) ?? [letter]), ...withMarks])];
  // The small i of Turkish, whose dot is not of the letter, and what becomes of a capital with one.
  const dot = base === 'i' ? '\u0307?' : '';
  return either(all.map(takeLiterally)) + dot;
}

function takeLiterally(sign: string): string {
  return sign.replace(/[!-/:-@[-`{-~]/, '\\$&');
}

function either(ways: readonly string[]): string {
  const distinct = [...new Set(ways)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `(?:${distinct.join('|')})`;
}
