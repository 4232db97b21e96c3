import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToText } from '../../src/document/to-text';
import type { AdfNode } from '../../src/document/types';
import fc from '../shared/random/fast-check';

const textOf = (...content: AdfNode[]) => documentToText({ version: 1, type: 'doc', content });
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const text = (words: string): AdfNode => ({ type: 'text', text: words });

/** Every node with words, of Atlassian's schema and of old clients, around a word or with nodes inside it. */
const inlineKinds: readonly ((word: string) => AdfNode)[] = [
  (word) => text(word),
  (word) => ({ type: 'text', text: word, marks: [{ type: 'strong' }, { type: 'annotation', attrs: { id: 'x' } }] }),
  (word) => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: `https://a.b/${word}` } }] }),
  (word) => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://a.b', title: word } }] }),
  (word) => ({ type: 'mention', attrs: { id: 'a', text: `@${word}` } }),
  (word) => ({ type: 'mention', attrs: { id: word } }),
  (word) => ({ type: 'emoji', attrs: { shortName: `:${word}:` } }),
  (word) => ({ type: 'status', attrs: { text: word, color: 'red' } }),
  (word) => ({ type: 'placeholder', attrs: { text: word } }),
  (word) => ({ type: 'inlineCard', attrs: { url: `https://a.b/${word}` } }),
  (word) => ({ type: 'inlineCard', attrs: { data: { '@type': 'Document', name: word, url: 'https://a.b' } } }),
  (word) => ({ type: 'inlineCard', attrs: { data: { '@id': `https://a.b/${word}` } } }),
  (word) => ({ type: 'mediaInline', attrs: { id: 'i', collection: '', alt: word } }),
  (word) => ({ type: 'inlineExtension', attrs: { extensionKey: 'k', extensionType: 't', text: word } }),
];
const blockKinds: readonly ((word: string) => AdfNode)[] = [
  (word) => ({ type: 'codeBlock', content: [text(word)] }),
  (word) => ({ type: 'blockCard', attrs: { url: `https://a.b/${word}` } }),
  (word) => ({ type: 'blockCard', attrs: { data: { name: 'n', summary: word, url: 'https://a.b' } } }),
  (word) => ({ type: 'embedCard', attrs: { url: `https://a.b/${word}`, layout: 'center' } }),
  (word) => ({ type: 'mediaSingle', content: [{ type: 'media', attrs: { type: 'file', id: 'i', alt: word } }] }),
  (word) => ({
    type: 'mediaGroup',
    content: [{ type: 'media', attrs: { type: 'external', url: `https://a.b/${word}` } }],
  }),
  (word) => ({
    type: 'mediaSingle',
    content: [
      { type: 'media', attrs: {} },
      { type: 'caption', content: [text(word)] },
    ],
  }),
  (word) => ({ type: 'extension', attrs: { extensionKey: 'k', extensionType: 't', text: word } }),
  (word) => ({ type: 'applicationCard', attrs: { text: word, title: { text: 't' } } }),
  (word) => ({ type: 'applicationCard', attrs: { text: 't', title: { text: 't' }, description: { text: word } } }),
  (word) => ({
    type: 'applicationCard',
    attrs: { text: 't', title: { text: 't' }, link: { url: `https://a.b/${word}` } },
  }),
  (word) => ({
    type: 'applicationCard',
    attrs: { title: { text: 't' }, details: [{ title: 'a' }, { lozenge: { text: word } }] },
  }),
  (word) => ({
    type: 'applicationCard',
    attrs: { title: { text: 't' }, details: [{ badge: { value: 7 }, text: word }] },
  }),
  (word) => ({
    type: 'applicationCard',
    attrs: { title: { text: 't' }, context: { text: word }, actions: [{ title: 'a' }] },
  }),
  (word) => ({
    type: 'actionGroup',
    content: [{ type: 'action', attrs: { key: 'k', title: word, target: { key: 't' } } }],
  }),
  (word) => ({ type: 'actionGroup', attrs: { actions: [{ key: 'k', title: word }, { title: 'other' }] } }),
];
const frames: readonly ((word: string, inside: AdfNode[]) => AdfNode)[] = [
  (word, inside) => ({ type: 'expand', attrs: { title: word }, content: inside }),
  (word, inside) => ({ type: 'nestedExpand', attrs: { title: word }, content: inside }),
  (_, inside) => ({ type: 'panel', attrs: { panelType: 'info' }, content: inside }),
  (_, inside) => ({ type: 'blockquote', content: inside }),
  (_, inside) => ({ type: 'bulletList', content: [{ type: 'listItem', content: inside }] }),
  (_, inside) => ({
    type: 'taskList',
    content: [{ type: 'blockTaskItem', attrs: { state: 'TODO' }, content: inside }],
  }),
  (_, inside) => ({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: inside }] }],
  }),
  (_, inside) => ({
    type: 'layoutSection',
    content: [{ type: 'layoutColumn', attrs: { width: 50 }, content: inside }],
  }),
  (_, inside) => ({ type: 'bodiedExtension', attrs: { extensionKey: 'k', extensionType: 't' }, content: inside }),
  (_, inside) => ({ type: 'novelty', content: inside }),
];

const inlineNode = fc.constantFrom(...inlineKinds);
const anyBlock = fc.letrec<{ block: (name: () => string) => AdfNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    fc
      .array(inlineNode, { minLength: 1, maxLength: 4 })
      .map((kinds) => (name: () => string) => paragraph(...kinds.map((kind) => kind(name())))),
    fc.constantFrom(...blockKinds).map((kind) => (name: () => string) => kind(name())),
    fc.tuple(fc.constantFrom(...frames), fc.array(tie('block'), { minLength: 1, maxLength: 3 })).map(
      ([frame, inside]) =>
        (name: () => string) =>
          frame(
            name(),
            inside.map((it) => it(name)),
          ),
    ),
  ),
})).block;

describe('the text of a document', () => {
  it('has every word that the document says, in each of its nodes and in any nesting', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 4 }), (makers) => {
        let count = 0;
        const document = {
          version: 1 as const,
          type: 'doc' as const,
          content: makers.map((it) => it(() => `word${++count}q`)),
        };
        const all = documentToText(document);
        const said = JSON.stringify(document).match(/word\d+q/g) ?? [];
        for (const word of said) expect(all).toContain(word);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['once behind its words, whatever their marks', '[ab **cd** ef](https://a.b/c)', 'ab cd ef (https://a.b/c)'],
    [
      'behind words that it ends with',
      '[1207](https://jira.example/browse/1207)',
      '1207 (https://jira.example/browse/1207)',
    ],
    [
      'not behind itself',
      'https://é.example/ü me@a.example www.a.example',
      'https://é.example/ü me@a.example www.a.example',
    ],
    ['with its title', '[x](https://a.b "t")', 'x (https://a.b "t")'],
    ['behind two lines of words', '[a\nb](https://a.b/c)', 'a\nb (https://a.b/c)'],
    ['for each of two links', '[a](https://a.b/c)[b](https://a.b/d)', 'a (https://a.b/c)b (https://a.b/d)'],
  ])('shows an address %s', (_, markdown, expected) => {
    expect(documentToText(markdownToDocument(markdown))).toBe(expected);
  });

  it('says the state of each task, the inner ones too', () => {
    const task = (state: string, words: string): AdfNode => ({
      type: 'taskItem',
      attrs: { state },
      content: [text(words)],
    });
    const list = (...content: AdfNode[]): AdfNode => ({ type: 'taskList', content });
    expect(textOf(list(task('TODO', 'a'), list(task('DONE', 'b'), list(task('TODO', 'c'))), task('DONE', 'd')))).toBe(
      '[ ] a\n  [x] b\n    [ ] c\n[x] d',
    );
  });

  it('says a date as its day, in UTC', () => {
    const date = (timestamp: unknown): AdfNode => paragraph({ type: 'date', attrs: { timestamp } });
    expect(textOf(date('1772593199000'), date(1772593200000), date('soon'))).toBe('2026-03-04\n2026-03-04\nsoon');
  });

  it('says a card by its title with its address, its description and its details', () => {
    const attrs = {
      text: 'Build 7 failed',
      title: { text: 'Build 7', user: { icon: { url: 'https://ci.example/u.png', label: 'icon' } } },
      link: { url: 'https://ci.example/7' },
      description: { text: 'Two tests fail.' },
      details: [
        { title: 'State', lozenge: { text: 'red' } },
        { title: 'Tests', badge: { value: 12 } },
      ],
      actions: [{ title: 'Retry', target: { key: 'k' } }],
    };
    expect(textOf({ type: 'applicationCard', attrs })).toBe(
      'Build 7 (https://ci.example/7)\nBuild 7 failed\nTwo tests fail.\nState red\nTests 12\nRetry',
    );
  });
});
