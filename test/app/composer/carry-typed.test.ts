import type { Node } from 'prosemirror-model';
import { carryTyped } from '../../../src/app/composer/editor/carry-typed';
import { fromDocument, toDocument } from '../../../src/app/composer/editor/document';
import { markdownToDocument } from '../../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../../src/document/markdown/to-markdown';

const open = (markdown: string) => fromDocument(markdownToDocument(markdown)) as Node;

test.each([
  ['nothing', 'Begun', 'Begun', 'Begun there', 'Begun there'],
  ['the end of a line', 'Begun', 'Begun here', 'Begun there', 'Begun there here'],
  ['a letter that stands there twice', 'Boo', 'Booo', 'Bo', 'Boo'],
  ['a new line', 'Begun', 'Begun\n\nhere', 'Begun there', 'Begun there\n\nhere'],
  ['all of it', '', 'here', 'there', 'therehere'],
  ['what is bold', 'Begun', 'Begun **here**', 'Begun there', 'Begun there **here**'],
])('%s that was typed is carried behind other words', (_, known, shown, given, whole) => {
  expect(documentToMarkdown(toDocument(carryTyped(open(known), open(shown), open(given))))).toBe(whole);
});
