import { messagesWith, startTwoClients, type TwoClients } from '../conformance/two-clients';
import { aDocument } from '../shared/service/a-document';
import { ask, type Question } from '../shared/service/ask';

let two: TwoClients;

beforeAll(async () => {
  two = await startTwoClients();
}, 600_000);

afterAll(() => two.service.close());

// Whatever is refused here leaves nothing behind.
afterEach(async () => {
  const { body } = await ask(`GET ${messagesWith(two, two.bob)}`, two.alice.asks());
  expect(body).toEqual({ values: [], before: null, after: null });
});

describe('sending', () => {
  const post = (question: Question, query = '') =>
    ask(`POST ${messagesWith(two, two.bob)}${query}`, two.alice.asks(question)).then(({ status, body }) => [
      status,
      (body as { details?: unknown[] }).details?.[0],
    ]);
  const at = (field: string) => expect.objectContaining({ field });
  const text = { raw: 'text', headers: { 'Content-Type': 'text/plain' } };
  const issue = { id: '10001', key: 'WEB-1' };

  test.each([
    [
      'a script in a link',
      { body: { ...aDocument(), content: [{ type: 'inlineCard', attrs: { url: 'javascript:x' } }] } },
      /^body\/body\/content\/0/,
    ],
    ['an issue by its key alone', { body: aDocument(), issue: { key: 'WEB-1' } }, /^body\/issue\/id$/],
    ['a number for the id of an issue', { body: aDocument(), issue: { ...issue, id: 10001 } }, /^body\/issue\/id$/],
    ['an unknown origin', { body: aDocument(), origin: { kind: 'god', label: null } }, /^body\/origin\/kind$/],
    [
      'a label of 256 characters',
      { body: aDocument(), origin: { kind: 'rule', label: 'x'.repeat(256) } },
      /^body\/origin\/label$/,
    ],
  ])('refuses %s and names the place', async (_, json, field) => {
    expect(await post({ json })).toEqual([400, expect.objectContaining({ field: expect.stringMatching(field) })]);
  });

  test('refuses half an issue beside a text, and any beside JSON', async () => {
    expect(await post(text, '?issueId=10001')).toEqual([400, at('query.issueKey')]);
    expect(await post(text, '?issueKey=WEB-1')).toEqual([400, at('query.issueId')]);
    expect(await post({ json: aDocument() }, '?issueId=10001&issueKey=WEB-1')).toEqual([400, at('query.issueId')]);
  });

  test('refuses a document of 33 levels and a text over 64 KiB', async () => {
    let node: object = { type: 'paragraph', content: [] };
    for (let level = 0; level < 33; level += 1) node = { type: 'blockquote', content: [node] };
    expect((await post({ json: { body: { version: 1, type: 'doc', content: [node] } } }))[0]).toBe(413);
    expect((await post({ ...text, raw: 'a'.repeat(64 * 1024 + 1) }))[0]).toBe(413);
  });

  test('refuses a key that is not visible ASCII', async () => {
    expect(await post({ json: aDocument(), headers: { 'Idempotency-Key': 'a b' } })).toEqual([
      400,
      at('header.Idempotency-Key'),
    ]);
  });
});
