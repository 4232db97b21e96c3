import { foldCase } from '../../../src/service/store/engine/fold-case';
import { collectLetterCases } from '../../../src/service/store/messages/letter-cases';
import { searchPattern } from '../../../src/service/store/messages/search-pattern';
import fc from '../../shared/random/fast-check';

const { single, joined } = collectLetterCases();

/** Of all scripts, those with a case, and some without. */
function allLetters(): string[] {
  const codes = Array.from({ length: 0x1f000 }, (_, code) => code);
  const letters = codes.filter((code) => code < 0xd800 || code > 0xdfff).map((code) => String.fromCodePoint(code));
  return letters.filter(
    (letter) => /[\p{Cased}\p{Changes_When_Casemapped}ʹ検]/u.test(letter) && letter.normalize('NFC') === letter,
  );
}

describe('folded case', () => {
  test('is the same for each letter in small and in capital, and stays what it is', () => {
    const unlike = allLetters().filter((letter) => {
      const folded = foldCase(letter);
      return [folded, letter.toLowerCase(), letter.toUpperCase()].some((other) => foldCase(other) !== folded);
    });
    expect(unlike).toEqual([]);
  });

  test.each([
    ['Straße GROẞ', 'strasse gross'],
    ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['İ i I ı i\u0307', 'i i i i i'],
    ['e\u0301 É', 'é é'],
    ['J\u030c', 'ǰ'],
    ['ŉ ﬃ ᾼ', 'ʼn ffi αι'],
    ['検索 😀 ẋ', '検索 😀 ẋ'],
  ])('of %s is %s', (text, folded) => {
    expect(foldCase(text)).toBe(folded.normalize('NFC'));
  });
});

describe('the pattern of a word', () => {
  test('finds every letter by each of its cases', () => {
    const unfound: [string, string][] = [];
    for (const letter of allLetters()) {
      for (const other of [letter.toLowerCase(), letter.toUpperCase(), foldCase(letter)]) {
        const [text, word] = [`a${letter}b`.normalize('NFC'), other.normalize('NFC')];
        if (foldCase(text).includes(foldCase(word)) && !new RegExp(searchPattern(word)).test(text))
          unfound.push([letter, other]);
      }
    }
    expect(unfound).toEqual([]);
  });

  const difficult = [
    's',
    'S',
    'f',
    'i',
    'I',
    't',
    'α',
    'ι',
    'Σ',
    'ς',
    'K',
    'a',
    'é',
    ' ',
    '.',
    'ı',
    'İ',
    ...joined.map(({ letter }) => letter),
  ];
  const signs = fc.constantFrom(...difficult, ...[...single.values()].flat().slice(0, 60));
  const words = fc.array(signs, { minLength: 1, maxLength: 4 }).map((letters) => letters.join('').normalize('NFC'));
  const texts = fc.array(signs, { maxLength: 8 }).map((letters) => letters.join('').normalize('NFC'));

  test('finds what the folded text holds, and nothing else', () => {
    const holds = (text: string, word: string) => {
      expect([text, word, new RegExp(searchPattern(word)).test(text)]).toEqual([
        text,
        word,
        foldCase(text).includes(foldCase(word)),
      ]);
    };
    const settings = { numRuns: 1_000, seed: 11 };
    fc.assert(fc.property(texts, words, holds), settings);
    fc.assert(
      fc.property(texts, words, texts, (before, word, after) => holds(before + foldCase(word) + after, word)),
      settings,
    );
  });

  test.each(['f', 's', 'ß', 'ﬃ', 'st'])('stays short for the longest word of nothing but %s', (letter) => {
    const word = letter.repeat(255).slice(0, 255);
    const began = process.cpuUsage();
    const pattern = searchPattern(word);
    const { user } = process.cpuUsage(began);
    expect(user).toBeLessThan(300_000);
    expect(pattern.length).toBeLessThan(40_000);
    expect(new RegExp(pattern).test(`x${foldCase(word)}`)).toBe(true);
  });
});
