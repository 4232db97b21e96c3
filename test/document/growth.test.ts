import fc from 'fast-check';
import { checkDocument } from '../../src/document/check';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../src/document/markdown/to-markdown';
import { documentToText } from '../../src/document/to-text';

/** Every part of Markdown that could be done many times over. */
const parts = [
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '> > > \n',
    '* * *\n',
    '- - - x\n',
    '- a\n* b\n',
    '  - a\n',
    '# \n',
    '---\n',
    '    a\n',
    '\n',
  ],
  ...[
    '`',
    '``a',
    '` `` ',
    '```\n',
    '~~~\n',
    '*',
    '**',
    '*a ',
    '*a*b',
    '***a',
    '_a ',
    '~~a',
    '*_',
    '**a_',
    '**真，**她',
    '\\*',
  ],
  ...[
    '[',
    ']',
    '[](',
    '](',
    '[a](',
    '[a]()',
    '![',
    '![](',
    '[![',
    '[*',
    '[`',
    '[a](<',
    '[a](https://b.c "',
    '<',
    '<https://a',
  ],
  ...[
    '[a](https://b.c/ddddddddd "title") ',
    '![a](https://b.c) ',
    '[![a](https://b.c)](https://d.e) ',
    '[~accountid:x]',
  ],
  ...[
    'a@b.com\n',
    'a@b.com ',
    'a@b.com,',
    'a.com,',
    'http://',
    'http://a/(',
    'http://a/[',
    'https://a.b ',
    '://',
    'www.',
    'a.',
    '.com',
  ],
  ...[
    '|',
    '|\n',
    '||\n',
    '| a |\n',
    '|-|-\n',
    '|a|b|\n|-|-|\n',
    '|a'.repeat(300),
    `\n${'|-'.repeat(300)}\n`,
    '&amp;',
    '真',
    'a',
    '\ud83d',
  ],
];
const part = fc.constantFrom(...parts);

/** A few parts, as often as they fit. */
const repeated = (size: number) =>
  fc
    .tuple(
      part,
      fc.array(part, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      part,
      fc.boolean(),
    )
    .map(([start, unit, end, isMirrored]) => {
      const count = Math.max(
        1,
        Math.floor((size - start.length - end.length) / (unit.length + (isMirrored ? end.length : 0))),
      );
      return start + unit.repeat(count) + (isMirrored ? end.repeat(count) : end);
    });

const milliseconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const convert = (markdown: string): void => {
  const document = markdownToDocument(markdown);
  documentToText(document);
  if (checkDocument(document) === null) documentToMarkdown(document);
};

describe('hostile Markdown', () => {
  it('takes time in proportion to its length', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const [short, long] = [4, 32].map((kib) => fc.sample(repeated(kib * 1024), { seed, numRuns: 1 })[0] ?? '');
        if (milliseconds(() => convert(long ?? '')) < 400) return;
        // Eight times the text may take eight times as long, and half as much again by chance; its square takes 64 times.
        const least = (markdown: string) => Math.min(...[1, 2, 3].map(() => milliseconds(() => convert(markdown))));
        expect(least(long ?? '') / least(short ?? '')).toBeLessThan(24);
      }),
      { numRuns: 25 },
    );
  });

  it('makes a document of at most 60 bytes for each byte, none larger for its addresses and cells', () => {
    fc.assert(
      fc.property(repeated(16 * 1024), (markdown) => {
        expect(JSON.stringify(markdownToDocument(markdown)).length).toBeLessThan(60 * Math.max(1000, markdown.length));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a table that its short rows would fill', `${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n${'|\n'.repeat(250)}`],
    ['a table that one long row would widen', `|a|\n|-|\n${'|\n'.repeat(250)}${'|a'.repeat(300)}\n`],
    ['an address that many words share', `[${'*a*b'.repeat(8200)}](http://x/${'y'.repeat(31_000)})`],
    ['a title that many words share', `[${'*a*b'.repeat(8200)}](http://x/ "${'y'.repeat(31_000)}")`],
  ])('stands as typed where it would be %s', (_, markdown) => {
    const document = markdownToDocument(markdown);
    expect(JSON.stringify(document).length).toBeLessThan(2 * markdown.length + 60 * markdown.split('\n').length);
    expect(documentToText(document)).toBe(markdown.trim());
  });
});
