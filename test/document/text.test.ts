import { textToDocument } from '../../src/document/from-text';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToText } from '../../src/document/to-text';
import type { AdfNode } from '../../src/document/types';

const text = (...content: AdfNode[]) => documentToText({ version: 1, type: 'doc', content });

describe('a document as plain text', () => {
  it('puts blocks on lines of their own and keeps the markers of lists and quotes', () => {
    expect(
      documentToText(markdownToDocument('# A\n\nb\n\n- c\n  - d\n- e\n\n3. f\n4. g\n\n> h\n\n```\ni\n```\n\n---')),
    ).toBe('A\nb\n- c\n  - d\n- e\n3. f\n4. g\n> h\ni\n---');
  });

  it('shows the cells of a table side by side', () => {
    expect(documentToText(markdownToDocument('| a | b |\n|---|---|\n| 1 | 2 |'))).toBe('a | b\n1 | 2');
  });

  it('shows the address of a link behind its words, once', () => {
    expect(documentToText(markdownToDocument('[here](https://a.b/c) https://a.b foo@b.c'))).toBe(
      'here (https://a.b/c) https://a.b foo@b.c',
    );
  });

  it('shows mentions, emoji and cards by what they say of themselves', () => {
    expect(
      text({
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { id: '557058:a', text: '@Alice' } },
          { type: 'mention', attrs: { id: '557058:b' } },
          { type: 'emoji', attrs: { shortName: ':smile:' } },
          { type: 'inlineCard', attrs: { url: 'https://a.b' } },
        ],
      }),
    ).toBe('@Alice@557058:b:smile:https://a.b');
  });

  it('shows tasks with their state', () => {
    const task = (state: string, words: string): AdfNode => ({
      type: 'taskItem',
      attrs: { state },
      content: [{ type: 'text', text: words }],
    });
    expect(text({ type: 'taskList', content: [task('DONE', 'a'), task('TODO', 'b')] })).toBe('[x] a\n[ ] b');
  });

  it('gives the words inside an unknown node', () => {
    expect(
      text({ type: 'layoutSection', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'inside' }] }] }),
    ).toBe('inside');
    expect(text({ type: 'applicationCard', attrs: { text: 'Build 7' } })).toBe('Build 7');
  });

  it('comes back word for word from plain text', () => {
    const typed = 'first\nsecond **not Markdown**\n\nthird <b>';
    expect(documentToText(textToDocument(typed.replaceAll('\n', '\r\n')))).toBe(typed.replace('\n\n', '\n'));
  });
});
