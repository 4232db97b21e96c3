import { foldCase } from '../engine/fold-case';

/** A letter that case folding makes several of, as it makes `ss` of `ß`. */
export interface JoinedLetter {
  readonly letter: string;
  readonly parts: readonly string[];
}

/** What texts in NFC may hold where their folded form holds a letter. */
export interface LetterCases {
  /** By the folded letter; without those that are nothing but themselves. */
  readonly single: ReadonlyMap<string, readonly string[]>;
  readonly joined: readonly JoinedLetter[];
}

/** The last letter with a case of its own is in the block of Adlam. */
const lastLetter = 0x1e943;

/** Reads them off JavaScript's tables, in some 20 ms. */
export function collectLetterCases(): LetterCases {
  const single = new Map<string, string[]>();
  const joined: JoinedLetter[] = [];
  for (let code = 0x41; code <= lastLetter; code += 1) {
    const letter = String.fromCodePoint(code);
    if (!/\p{Changes_When_Casemapped}/u.test(letter) || letter.normalize('NFC') !== letter) continue;
    const folded = foldCase(letter);
    if (folded === letter) continue;
    const parts = [...folded];
    if (parts.length > 1) joined.push({ letter, parts });
    else single.set(folded, [...(single.get(folded) ?? [folded]), letter]);
  }
  return { single, joined };
}
