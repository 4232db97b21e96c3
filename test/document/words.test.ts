import { textToDocument } from '../../src/document/from-text';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToText } from '../../src/document/to-text';
import fc from '../shared/random/fast-check';

const textOf = (markdown: string) => documentToText(markdownToDocument(markdown));

/** Places of Markdown, each with a word where people put one: `@` stands for it. */
const places = [
  ...['@', '**@**', '*@*', '~~@~~', '`@`', '# @', '## @ ##', '> @', '- @', '3) @', '- [ ] @', '```\n@\n```', '    @'],
  ...[
    '```@\n```',
    '``` @ @\n@\n```',
    '~~~@ @\n@\n~~~',
    '[@](https://a.b/@)',
    '[](https://a.b/@)',
    '[@](https://a.b/@ "@")',
    '[@]( )',
  ],
  ...['[@](<>)', '[@]()', '[@]( "@")', '![@]()', '![@](https://a.b/@ "@")', '![](https://a.b/@)', '[@](/@)', '[@][@]'],
  ...[
    '[![@](https://a.b/@)](https://c.d/@)',
    '[![](https://a.b/@ "@")](https://c.d/@ "@")',
    '![[@](https://a.b/@)](https://c.d/@)',
  ],
  ...[
    '[[~accountid:x]](https://a.b/@ "@")',
    '[ ](https://a.b/@)',
    '[@\n@](https://a.b)',
    '[@]: https://a.b/@',
    '<@>',
    '<https://a.b/@>',
  ],
  ...[
    '| @ | @ |\n|---|---|\n| @ | @ | @ | @ |\n| @ |',
    '| @ |\n|---|\n@ | @\n@',
    '> | @ |\n> |---|\n> | [@](https://a.b/@ "@") | @ |',
  ],
  ...[
    '- | @ |\n  |---|\n  | @ | @ |',
    '> # @\n> > @',
    '- > @',
    '<!-- @ -->',
    '&@; &amp;@',
    'Call `x` handlers[@]() @',
    '@()',
    '@: @',
  ],
];

describe('what was typed is there to read', () => {
  it('in every place that Markdown has for words, in any order and depth', () => {
    const wrap = fc.constantFrom('', '> ', '- ', '> - ');
    const block = fc.tuple(fc.constantFrom(...places), wrap).map(([place, prefix]) =>
      place
        .split('\n')
        .map((line, index) => (index === 0 || prefix === '> ' ? prefix : ' '.repeat(prefix.length)) + line)
        .join('\n'),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        let count = 0;
        const markdown = blocks.join('\n\n').replaceAll('@', () => `word${++count}q`);
        const text = textOf(markdown);
        for (let word = 1; word <= count; word += 1) expect(text).toContain(`word${word}q`);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['Call handlers[name]() first', '[x]()', '![alt]()', '[x](<>)', '[x]( "t")', '[x](javascript:alert(1))'])(
    'as typed where a link has no address that is safe: %s',
    (markdown) => {
      expect(textOf(markdown)).toBe(markdown);
      expect(JSON.stringify(markdownToDocument(markdown))).not.toContain('"link"');
    },
  );

  it('keeps the link around a picture beside the picture’s own', () => {
    expect(markdownToDocument('[![build](https://ci.example/b.svg)](https://ci.example/1)').content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'build', marks: [{ type: 'link', attrs: { href: 'https://ci.example/1' } }] },
          { type: 'text', text: ' ' },
          {
            type: 'text',
            text: 'https://ci.example/b.svg',
            marks: [{ type: 'link', attrs: { href: 'https://ci.example/b.svg' } }],
          },
        ],
      },
    ]);
  });

  it('keeps the title of a link', () => {
    const [paragraph] = markdownToDocument('[x](https://a.b "a  \\"title\\"")').content;
    expect(paragraph?.content?.[0]?.marks).toEqual([
      { type: 'link', attrs: { href: 'https://a.b', title: 'a "title"' } },
    ]);
  });

  it('widens a table for a row with more cells than its header', () => {
    const [table] = markdownToDocument('| a |\n|---|\n| 1 | 2 |').content;
    expect(table?.content?.map((row) => row.content?.length)).toEqual([2, 2]);
  });

  it.each([
    ['in the app and as Markdown', markdownToDocument],
    ['as plain text', textToDocument],
  ])('with U+FFFD for half of a character, %s', (_, convert) => {
    expect(documentToText(convert('a\ud83d b\udc00'))).toBe('a\ufffd b\ufffd');
  });
});

describe('a bare link', () => {
  const links = (markdown: string) =>
    [...JSON.stringify(markdownToDocument(markdown)).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href);
  const url = 'https://x.example/a';

  it('ends before the stop, quote or bracket of the sentence around it', () => {
    const stops = fc.constantFrom('.', '!', '?', ',', ':', ';', '…', '。', '、', '！', '，');
    const around = fc.constantFrom(
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
      ['"', '"'],
      ["'", "'"],
      ['「', '」'],
      ['“', '”'],
      ['（', '）'],
      ['«', '»'],
    );
    fc.assert(
      fc.property(around, fc.array(stops, { maxLength: 2 }), stops, ([open, close], inside, after) => {
        const address = fc.sample(fc.constantFrom(url, `${url}/b_(c)`, `${url}?q=1&r=(2)`, `${url}#x`), 1)[0] ?? url;
        for (const text of [
          `${open}See ${address}${inside.join('')}${close}`,
          `${open}${address}${inside.join('')}${close}${after}`,
        ]) {
          expect([text, links(text)]).toEqual([text, [address]]);
          expect(textOf(text)).toBe(text);
        }
      }),
    );
  });

  it('keeps brackets, underscores and stars of its own', () => {
    for (const address of [`${url}_(b)`, `${url}/__init__.py`, `${url}/*b*/c`, `${url}/(b)/c`]) {
      expect(links(`see ${address} now`)).toEqual([address]);
    }
  });

  it('is no link where its characters are escaped', () => {
    expect(links('https\\://a.example a\\@b.example www\\.a\\.example')).toEqual([]);
  });
});

describe('emphasis beside Chinese, Japanese and Korean', () => {
  const marked = (markdown: string, type: string) => JSON.stringify(markdownToDocument(markdown)).includes(`"${type}"`);

  it('works whatever punctuation stands at its ends', () => {
    const letters = fc.constantFrom('真', '她', 'の', 'カ', '한', '은', '𠮷', '葛󠄀', 'ㄅ');
    const sign = fc.constantFrom('，', '。', '「', '」', '（', '）', '！', '(', ')', '"', '.', '!', '“', '”', '、', '');
    const delimiter = fc.constantFrom(['**', 'strong'], ['*', 'em'], ['~~', 'strike']);
    fc.assert(
      fc.property(
        letters,
        sign,
        letters,
        sign,
        letters,
        delimiter,
        (before, first, inside, last, after, [around, type]) => {
          const markdown = `${before}${around}${first}${inside}${last}${around}${after}`;
          expect([markdown, marked(markdown, type)]).toEqual([markdown, true]);
        },
      ),
    );
  });

  it.each(['5*(3+2)*4', 'a **b **c', '2 * 3 * 4', 'snake_case_name', '真 ** 她 ** 的'])(
    'leaves %s as it is',
    (text) => {
      expect(textOf(text)).toBe(text);
    },
  );
});
