/** @compiles-anew What V8 has compiled before has no counters. */
import { checkDocument } from '../../src/document/gate/check';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../src/document/markdown/to-markdown';
import { documentToText } from '../../src/document/to-text';
import fc from '../shared/random/fast-check';
import { countBlocks, startCounting, stopCounting } from './count-blocks';

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

const convert = (markdown: string): void => {
  const document = markdownToDocument(markdown);
  documentToText(document);
  if (checkDocument(document) === null) documentToMarkdown(document);
};

/** In bytes: half of what a message may have. */
const size = 32 * 1024;

/** What it may take: twelve blocks for each step of the budget, and as much again for what no step counts. */
const mostBlocks = 50_000_000;

beforeAll(startCounting);
afterAll(stopCounting);

describe('hostile Markdown', () => {
  // Blocks of code are counted, and no time is taken: the same text takes the same number each time, on every machine.
  it.each([
    ...['[*| a |\n> > > \n', '<a\n> - # \n', '>\t\n1.\n', 'a\n> #\n', '> ```\n> a\nb\n', '> |a|\n> |-|\nb\n'],
    ...['\\\n> > > \n', '>     a\nb\n', '- > # \na\n', '> - # a\nb\n', '> ***\nb\n'],
    ...['[', '![', '*a ', '*a*b', '[a](b:', 'http://a/[[a](<', '[~accountid:[a](b:', '> '.repeat(58), '- '.repeat(28)],
  ])('takes work in proportion to its length: %j', (unit) => {
    const count = countBlocks(() => convert(unit.repeat(size / unit.length)));
    expect(count).toBeLessThan(mostBlocks);
    // What is not counted could take any time.
    expect(count).toBeGreaterThan(size);
  });

  it('takes work in proportion to its length, whatever is repeated', () => {
    fc.assert(
      fc.property(repeated(size), (markdown) => {
        expect(countBlocks(() => convert(markdown))).toBeLessThan(mostBlocks);
      }),
      { numRuns: 30, seed: 20_261_130 },
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
