import { quoteMessage } from '../../../../src/app/views/conversation/messages/quote-message';
import { checkDocument } from '../../../../src/document/gate/check';
import { markdownToDocument } from '../../../../src/document/markdown/from-markdown';
import { documentToText } from '../../../../src/document/to-text';
import fc from '../../../shared/random/fast-check';
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

const says = ({ document, markdown }: ReturnType<typeof quoteMessage>) => [
  documentToText(markdownToDocument(`${markdown}Yes`)),
  `${documentToText(document as never)}\nYes`,
];

test.each([
  'snake_case *not* `code` <b> ~~x~~ [a](b)',
  'See https://a.example/b_c_d and https://a.example/*',
  '# not a heading\n+ no list\n3. no list\n- none\n---',
  '    set in\n```\n| a | b |\n|---|---|\n&amp; !',
])('its Markdown says the same, whatever its words look like: %j', (words) => {
  const [said, expected] = says(quoteMessage(aMessage(1, words), 'Bob wrote:'));
  expect(said).toBe(expected);
});

test('an address in its Markdown leads where it led', () => {
  const { markdown } = quoteMessage(aMessage(1, 'https://a.example/b_c_d'), 'Bob wrote:');
  expect(JSON.stringify(markdownToDocument(markdown))).toContain('"href":"https://a.example/b_c_d"');
});

test('its Markdown says the same for words at random', () => {
  const piece = fc.constantFrom(
    ...['word', ' ', '\n', '\n\n', '#', '# ', '+ ', '- ', '1. ', '2) ', '*', '_', '**', '`', '```', '~~', '|', '<b>'],
    ...['[a](b)', '![', '> ', '    ', '---', '===', '\\', '&lt;', ' https://a.b/c_d ', 'a@b.example', '!', ':', '"'],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      const [said, expected] = says(quoteMessage(aMessage(1, pieces.join('')), 'Bob wrote:'));
      // A link whose words are not its whole address says it as well.
      const lines = (text = '') => text.split('\n').map((line) => line.replace(/ \((https|mailto):\S+\)/g, '').trim());
      expect(lines(said)).toEqual(lines(expected));
    }),
    { numRuns: 1_000 },
  );
});
