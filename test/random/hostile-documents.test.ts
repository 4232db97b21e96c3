import { checkDocument } from '../../src/document/gate/check';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../src/document/markdown/to-markdown';
import { documentToText } from '../../src/document/to-text';
import type { AdfDocument } from '../../src/document/types';
import { countBlocks, startCounting, stopCounting } from '../document/count-blocks';
import fc from '../shared/random/fast-check';
import { random } from './parameters';

// Documents of 64 KiB, as large as a message may be, made of a few pieces as often as they fit: side by side, one in
// another as deep as is allowed and deeper, with all marks at once. Blocks of code are counted, and no time is taken.
const size = 64 * 1024;
/** Blocks of code for a document, and bytes of what becomes of it. */
const mostBlocks = 100_000_000;
const mostGrowth = 60;

beforeAll(startCounting);
afterAll(stopCounting);

const types = [
  ...['paragraph', 'heading', 'blockquote', 'panel', 'expand', 'nestedExpand', 'bulletList', 'orderedList', 'listItem'],
  ...['taskList', 'taskItem', 'decisionList', 'decisionItem', 'table', 'tableRow', 'tableCell', 'tableHeader', 'rule'],
  ...['codeBlock', 'mediaSingle', 'mediaGroup', 'media', 'layoutSection', 'layoutColumn', 'hardBreak', 'emoji', 'date'],
  ...['mention', 'status', 'inlineCard', 'blockCard', 'embedCard', 'bodiedExtension', 'extension', 'x', '__proto__'],
];
const words = [
  '',
  ' ',
  'a',
  '\n',
  '`',
  '``` ',
  '|',
  '\\',
  '*_~',
  '[](',
  '<b>',
  '\u202e',
  '\u200b',
  '🙂',
  'http://a.b ',
  '1. ',
];
const marks = ['strong', 'em', 'code', 'strike', 'underline', 'link', 'textColor', 'subsup', 'x', 'constructor'];
const attrs = fc.constantFrom<unknown>(
  ...[undefined, {}, { level: 6 }, { order: 1e9 }, { language: '```' }, { colspan: 1000 }, { url: 'https://a.b/`|' }],
  ...[
    { text: '@`|*' },
    { id: 'x', text: '' },
    { timestamp: '0' },
    { shortName: ':`:' },
    { state: 'DONE' },
    { title: '|' },
  ],
  ...[{ a: { b: { c: [[[[1]]]] } } }, { href: 'https://a.b' }],
);
const text = fc
  .tuple(fc.array(fc.constantFrom(...words), { maxLength: 4 }), fc.subarray(marks), fc.constantFrom(1, 1, 50))
  .map(([parts, names, often]) => ({
    type: 'text',
    text: parts.join('').repeat(often),
    marks: names.map((type) => ({ type, ...(type === 'link' ? { attrs: { href: 'https://a.b' } } : {}) })),
  }));
interface Made {
  readonly [member: string]: unknown;
}
const wrap = (type: string, given: unknown, content: readonly Made[]): Made => ({
  type,
  ...(given === undefined ? {} : { attrs: given }),
  content,
});

/** A few kinds of nodes within one another, so deep, over one text; then as often as 64 KiB hold it. */
const hostile = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...types), attrs), { minLength: 1, maxLength: 4 }),
    fc.array(text, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(1, 4, 8, 16, 31, 32, 40),
    fc.constantFrom('wide', 'wide inside', 'one'),
  )
  .map(([kinds, inner, depth, manner]) => {
    const nest = (within: readonly Made[]): Made => {
      let content = within;
      for (let level = depth - 1; level >= 0; level -= 1) {
        const [type, given] = kinds[level % kinds.length] ?? ['paragraph', undefined];
        content = [wrap(type, given, content)];
      }
      return content[0] ?? wrap('paragraph', undefined, []);
    };
    const often = (one: unknown) => Math.max(1, Math.floor((size - 4_000) / JSON.stringify(one).length));
    const unit = nest(inner);
    if (manner === 'one') return { version: 1, type: 'doc', content: [unit] };
    if (manner === 'wide') return { version: 1, type: 'doc', content: Array(often(unit)).fill(unit) };
    return { version: 1, type: 'doc', content: [nest(Array(often(inner)).fill(inner).flat())] };
  });

test('a document takes work and makes text in proportion to its size, whatever is in it', () => {
  let [most, accepted] = [0, 0];
  fc.assert(
    fc.property(hostile, (value) => {
      let produced = 0;
      const blocks = countBlocks(() => {
        if (checkDocument(value) !== null) return;
        accepted += 1;
        const document = value as unknown as AdfDocument;
        produced = Math.max(documentToText(document).length, documentToMarkdown(document)?.length ?? 0);
      });
      most = Math.max(most, blocks);
      expect(blocks).toBeLessThan(mostBlocks);
      expect(produced).toBeLessThan(mostGrowth * size);
    }),
    { numRuns: random.documents, seed: random.seed },
  );
  console.log(`${random.documents} documents, ${accepted} of them taken; most blocks ${most}`);
  expect(accepted).toBeGreaterThan(random.documents / 20);
}, 3_600_000);

/** What costs most to take apart is what comes back as other Markdown each time: it has to stand still. */
test('what becomes Markdown and a document again stays within its bounds', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      if (checkDocument(value) !== null) return;
      const blocks = countBlocks(() => {
        // Null is what Markdown cannot say.
        const markdown = documentToMarkdown(value as unknown as AdfDocument) ?? '';
        const again = markdownToDocument(markdown.slice(0, size));
        expect(JSON.stringify(again).length).toBeLessThan(mostGrowth * size);
      });
      expect(blocks).toBeLessThan(2 * mostBlocks);
    }),
    { numRuns: Math.ceil(random.documents / 3), seed: random.seed },
  );
}, 3_600_000);
