import { fromDocument, toDocument } from '../../../src/app/composer/editor/document';
import { markdownToDocument } from '../../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../../src/document/markdown/to-markdown';
import type { AdfDocument, AdfNode } from '../../../src/document/types';

const markdown = [
  '',
  'a\n\nb',
  'a\nb',
  'a  \nb\\\nc',
  '- a\n- b\n  - c\n    1. d',
  '3. x\n4. y',
  '> q\n> > r',
  '> - a\n> ```\n> x\n> ```',
  '## H *em* `c`',
  '```js\nx\n```',
  '1. ```\n   code\n   ```',
  '| a | b |\n|--|--|\n| 1 | **2** |',
  'a\n\n---\n\nb',
  '**`x`** ***y*** ~~a _b_~~',
  '`a`[`b`](https://example.com/) [c **d**](mailto:a@example.com)',
  '[~accountid:557058:aaaa] hi',
];

test.each(markdown)('Markdown opens in the editor and comes back as it was: %j', (text) => {
  const document = markdownToDocument(text);
  const node = fromDocument(document);
  expect(node).not.toBeNull();
  expect(node === null ? null : documentToMarkdown(toDocument(node))).toBe(documentToMarkdown(document));
});

const aDocument = (...content: AdfNode[]): AdfDocument => ({ version: 1, type: 'doc', content });

test('a document with what the editor knows comes back as it was, without the members that say nothing', () => {
  const status: AdfNode = { type: 'status', attrs: { text: 'Done', color: 'green' } };
  const panel: AdfNode = {
    type: 'panel',
    attrs: { panelType: 'info' },
    content: [{ type: 'paragraph', content: [status] }],
  };
  const node = fromDocument(aDocument({ ...panel, marks: null }));
  expect(node && toDocument(node)).toMatchObject(aDocument(panel));
});

const lost: readonly (readonly [string, AdfNode])[] = [
  [
    'a picture',
    { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: '1', type: 'file', collection: '' } }] },
  ],
  ['an extension', { type: 'extension', attrs: { extensionKey: 'x', extensionType: 'y' } }],
  ['a node that nobody knows', { type: 'balloon' }],
  [
    'an attribute that nobody knows',
    { type: 'paragraph', attrs: { shade: 'dark' }, content: [{ type: 'text', text: 'x' }] },
  ],
  [
    'a mark that nobody knows',
    { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] },
  ],
  ['a list in a heading', { type: 'heading', attrs: { level: 1 }, content: [{ type: 'bulletList' }] }],
];

test.each(lost)('a document with %s is not opened: the editor would lose it', (_name, node) => {
  expect(fromDocument(aDocument(node))).toBeNull();
});
