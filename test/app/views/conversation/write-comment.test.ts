import { writeComment } from '../../../../src/app/views/conversation/messages/write-comment';
import { markdownToDocument } from '../../../../src/document/markdown/from-markdown';
import type { AdfNode } from '../../../../src/document/types';

const write = (source: string, by = 'Alice Archer, 4 Mar 2026, 05:06:') =>
  writeComment({ body: named(markdownToDocument(source)), source }, by);

/** As a view shows it: mentions have the names that Jira gives. */
function named(document: ReturnType<typeof markdownToDocument>) {
  const name = (node: AdfNode): AdfNode =>
    node.type === 'mention'
      ? { ...node, attrs: { ...node.attrs, text: '@Bob Brown' } }
      : node.content
        ? { ...node, content: node.content.map(name) }
        : node;
  return { ...document, content: document.content.map(name) };
}

test('a comment says who wrote it and when, and keeps the formatting', () => {
  expect(write('The **crane**\n\n- is broken')).toBe(
    'Alice Archer, 4 Mar 2026, 05:06:\n\nThe **crane**\n\n- is broken',
  );
});

test('it mentions nobody: a name stands there', () => {
  expect(write('Ask [~accountid:557058:b0b] please')).toContain('\n\nAsk @Bob Brown please');
  expect(writeComment({ body: markdownToDocument('x'), source: '[~accountid:1]' }, 'A:')).toContain('[~accountid:1]');
});

test('what Markdown cannot hold stands without its formatting', () => {
  const body = markdownToDocument('Words of **mine**');
  expect(writeComment({ body, source: null }, 'Me:')).toBe('Me:\n\nWords of mine');
});

test('a name that looks like Markdown stays a name', () => {
  expect(write('Hi', 'A_b_ *c*:')).toBe('A\\_b\\_ \\*c\\*:\n\nHi');
});
