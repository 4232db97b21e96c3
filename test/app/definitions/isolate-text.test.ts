import { isolateText, toOneLine } from '../../../src/app/definitions';

const rtl = '\u202e';
const isolated = (text: string) => `\u2068${text}\u2069`;

it.each([
  ['Bob Brown', 'Bob Brown'],
  ['', ''],
  ['Zoë O’Neill 山田', 'Zoë O’Neill 山田'],
  ['Nightly\r\nSubject: x', 'Nightly Subject: x'],
  ['a\u0000\u001b[31m\u0085\u2028\u2029b', 'a [31m b'],
  ['  spaced   out ', 'spaced out'],
])('%j stands as %j', (text, shown) => {
  expect(isolateText(text)).toBe(shown);
  expect(toOneLine(text)).toBe(shown);
});

it.each([
  ['letters from right to left', 'דנה', isolated('דנה')],
  ['an override', `Bob${rtl}gnp.exe`, isolated(`Bob${rtl}gnp.exe`)],
  ['a mark alone', 'Bob\u200f', isolated('Bob\u200f')],
  ['an isolate that is left open', '\u2067Bob', isolated('\u2067Bob\u2069')],
  ['an end that nothing began', 'Bob\u2069\u2069', isolated('Bob')],
  ['an end in front of what it should hold', '\u2069\u202eBob', isolated('\u202eBob')],
  ['two isolates side by side', '\u2068a\u2069\u2068b\u2069', isolated('\u2068a\u2069\u2068b\u2069')],
])('%s is kept within', (_, text, shown) => {
  expect(isolateText(text)).toBe(shown);
  expect(isolateText(isolateText(text))).toBe(shown);
});

test('whatever is put in, its isolates are closed and nothing breaks the line', () => {
  const parts = ['\u2066', '\u2067', '\u2068', '\u2069', '\u202a', '\u202e', '\u202c', '\n', '\u0007', 'א', 'a', ' '];
  for (let seed = 0; seed < 3_000; seed += 1) {
    const text = Array.from({ length: seed % 9 }, (_, n) => parts[(seed * 7 + n * (seed % 11)) % parts.length]).join(
      '',
    );
    const shown = isolateText(text);
    let depth = 0;
    for (const character of shown) {
      if (/[\u2066-\u2068]/.test(character)) depth += 1;
      if (character === '\u2069') depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(shown).not.toMatch(/[\n\p{Cc}\p{Zl}\p{Zp}]/u);
    // A mark of direction stands within an isolate, or nowhere.
    if (/[\u202a-\u202e]/.test(shown)) expect(shown).toMatch(/^\u2068[\s\S]*\u2069$/);
  }
});
