import { quoteMessage } from '../../../../src/app/views/conversation/messages/quote-message';
import { checkDocument } from '../../../../src/document/gate/check';
import { markdownToDocument } from '../../../../src/document/markdown/from-markdown';
import { documentToText } from '../../../../src/document/to-text';
import { aMessage } from '../builders';

const quote = (markdown: string) => quoteMessage({ body: markdownToDocument(markdown) }, 'Bob wrote:');
const textOf = (markdown: string) =>
  documentToText(quote(markdown).document ?? { version: 1, type: 'doc', content: [] });

test('a quotation has the words and whose they are, and a line to write on', () => {
  const { document } = quote('The **crane**\n\n- is broken');
  expect(document?.content.map(({ type }) => type)).toEqual(['blockquote', 'paragraph']);
  expect(checkDocument(document)).toBeNull();
  expect(textOf('The **crane**\n\n- is broken')).toBe('> Bob wrote:\n> The crane\n> - is broken');
});

test('what it quotes itself is left out, unless there is nothing else', () => {
  expect(textOf('> Old words\n\nNew words')).toBe('> Bob wrote:\n> New words');
  expect(textOf('> Old words')).toContain('Old words');
});

test('it mentions nobody anew', () => {
  const document = JSON.stringify(quote('[~accountid:557058:1] look').document);
  expect(document).not.toContain('mention');
});

test('a long one is cut, so that an answer has room', () => {
  const text = textOf('word '.repeat(2_000));
  expect(text.length).toBeLessThan(600);
  expect(text.endsWith('…')).toBe(true);
});

test('its Markdown says the same, whatever its words look like', () => {
  const words = 'snake_case *not* `code` <b> ~~x~~ [a](b)';
  const { document, markdown } = quoteMessage(aMessage(1, words), 'Bob wrote:');
  expect(documentToText(markdownToDocument(`${markdown}Yes`))).toBe(`${documentToText(document as never)}\nYes`);
});
