import {
  addressMessage,
  frameTexts,
  type Opening,
  parseToFrame,
  parseToView,
  type ToFrame,
  type ToView,
} from '../../../src/app/definitions/composer';

const address = { module: 'conversation-panel', frame: 'f1' };
const document = { version: 1, type: 'doc', content: [] } as const;
const words = { document, markdown: 'Hi' };
const opening: Opening = {
  place: 'new bob',
  words,
  isEdit: false,
  texts: Object.fromEntries(frameTexts.map((name) => [name, name])) as Opening['texts'],
  language: 'de-DE',
  enterSends: false,
  hasFocus: true,
  isCompact: false,
  isAmended: false,
};

const toFrame: readonly ToFrame[] = [
  { type: 'hello' },
  { type: 'open', opening },
  { type: 'open', opening: { ...opening, words: { document: null, markdown: '' } } },
  { type: 'taken', place: 'new bob', key: 'k' },
  { type: 'refused', place: 'edit bob m', key: 'k', text: 'Not saved' },
  { type: 'people', search: 'b', people: [{ id: 'bob', name: 'Bob' }] },
];
const toView: readonly ToView[] = [
  { type: 'ready' },
  { type: 'opened', place: 'new bob' },
  { type: 'unfit', place: 'edit bob m' },
  { type: 'changed', place: 'new bob', words },
  { type: 'send', place: 'new bob', key: 'k', words },
  { type: 'leave', place: 'edit bob m' },
  { type: 'edit-last', place: 'new bob' },
  { type: 'find-people', search: '' },
  { type: 'attending', isAttending: true },
];

/** As the platform hands an event on: as plain data. */
const carry = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload));

test.each(toFrame)('a frame hears $type with its address, and nothing that was put beside it', (message) => {
  const heard = parseToFrame(carry({ ...addressMessage(address, message), message: { ...message, more: 1 } }));
  expect(heard).toEqual({ ...address, message });
  expect(parseToView(carry(addressMessage(address, message)))).toBeNull();
});

test.each(toView)('a view hears $type with its address, and nothing that was put beside it', (message) => {
  const heard = parseToView(carry({ ...addressMessage(address, message), message: { ...message, more: 1 } }));
  expect(heard).toEqual({ ...address, message });
  expect(parseToFrame(carry(addressMessage(address, message)))).toBeNull();
});

const wrong: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a text', 'ready'],
  ['another version', { ...addressMessage(address, { type: 'ready' }), version: 2 }],
  ['no module', { version: 1, frame: 'f1', message: { type: 'ready' } }],
  ['an unknown type', { version: 1, ...address, message: { type: 'constructor' } }],
  ['a place that is no text', { version: 1, ...address, message: { type: 'leave', place: 7 } }],
  ['an attention that is no yes or no', { version: 1, ...address, message: { type: 'attending', isAttending: 1 } }],
  ['a name that is too long', { version: 1, ...address, message: { type: 'leave', place: 'x'.repeat(513) } }],
  ['a send without a key', { version: 1, ...address, message: { type: 'send', place: 'p', key: '', words } }],
  ['words without Markdown', { version: 1, ...address, message: { type: 'changed', place: 'p', words: { document } } }],
  [
    'a document that is none',
    {
      version: 1,
      ...address,
      message: { type: 'changed', place: 'p', words: { document: { type: 'doc' }, markdown: '' } },
    },
  ],
  [
    'a flood',
    {
      version: 1,
      ...address,
      message: { type: 'changed', place: 'p', words: { document: null, markdown: 'x'.repeat(1_000_001) } },
    },
  ],
];

test.each(wrong)('a view does not hear %s', (_name, payload) => {
  expect(parseToView(payload)).toBeNull();
});

test.each(Object.keys(opening))('a frame opens nothing without its %s', (member) => {
  const { [member as keyof Opening]: _, ...rest } = opening;
  expect(parseToFrame({ version: 1, ...address, message: { type: 'open', opening: rest } })).toBeNull();
});

test('a frame hears of no more than fifty people, each with an id and a name', () => {
  const people = (list: unknown) =>
    parseToFrame({ version: 1, ...address, message: { type: 'people', search: '', people: list } });
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1), name: 'x' }));
  expect(people(many(50))).not.toBeNull();
  expect(people(many(51))).toBeNull();
  expect(people([{ id: '', name: 'x' }])).toBeNull();
  expect(people([{ id: 'a' }])).toBeNull();
});
