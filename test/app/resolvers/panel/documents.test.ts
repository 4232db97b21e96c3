import type { AdfDocument, AdfNode } from '../../../../src/document/types';
import { alice, bob, FakeJira } from '../../fake-jira';
import { ForgeRuntime } from '../../forge-runtime';

// What the composer writes is a document, and comes from a browser: nothing of it is trusted.
const messageId = '01890000-0000-7000-8000-000000000001';
const id = '01890000-0000-7000-9000-000000000001';

let forge: ForgeRuntime;
let taken: unknown[];

beforeEach(() => {
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  taken = [];
  forge = new ForgeRuntime(jira, async ({ path, method, body }) => {
    if (method === 'GET' && path.endsWith(messageId)) return Response.json({ id: messageId, issue: null });
    if (method === 'GET')
      return Response.json({ values: [{ id, type: 'direct', user: { id: bob.accountId } }], cursor: '' });
    taken.push((JSON.parse(body ?? '{}') as { body?: unknown }).body);
    return Response.json({ id: messageId }, { status: method === 'POST' ? 201 : 200 });
  });
});

const aDocument = (...content: AdfNode[]): AdfDocument => ({ version: 1, type: 'doc', content });
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const text = (words: string, ...marks: { type: string; attrs?: object }[]): AdfNode =>
  ({ type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) }) as AdfNode;
const bold = { type: 'strong' };

const send = (written: object) => forge.invoke(alice.accountId, 'send', { with: bob.accountId, key: 'k', ...written });
const edit = (written: object) =>
  forge.invoke(alice.accountId, 'edit', { with: bob.accountId, id: messageId, ...written });

test('a document is sent as it was written, and comes back with its Markdown', async () => {
  const document = aDocument(paragraph(text('Hi '), text('Bob', bold)));
  expect(await send({ document })).toMatchObject({ ok: true, message: { body: document, source: 'Hi **Bob**' } });
  expect(taken).toEqual([document]);
});

test('what Markdown cannot hold is sent all the same, and has no Markdown', async () => {
  const document = aDocument({ type: 'panel', attrs: { panelType: 'info' }, content: [paragraph(text('Mind'))] });
  expect(await send({ document })).toMatchObject({ ok: true, message: { source: null } });
  expect(taken).toEqual([document]);
});

test('an edit takes a document, and answers it with its Markdown', async () => {
  const document = aDocument(paragraph(text('New', bold)));
  expect(await edit({ document })).toMatchObject({ ok: true, body: document, source: '**New**' });
});

const deep = (levels: number): AdfNode =>
  levels === 0 ? paragraph(text('x')) : { type: 'blockquote', content: [deep(levels - 1)] };
const wrong: readonly (readonly [string, object, object])[] = [
  [
    'with Markdown beside it',
    { text: 'Hi', document: aDocument(paragraph(text('Hi'))) },
    { code: 'payload_wrong', field: 'text' },
  ],
  ['of neither', {}, { code: 'payload_wrong', field: 'text' }],
  ['that is a text', { document: 'Hi' }, { code: 'payload_wrong', field: 'document' }],
  [
    'of another version',
    { document: { version: 2, type: 'doc', content: [] } },
    { code: 'payload_wrong', field: 'document/version' },
  ],
  [
    'with a link that runs',
    { document: aDocument(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))) },
    { code: 'payload_wrong', field: 'document/content/0/content/0/marks/0/attrs/href' },
  ],
  ['without a word', { document: aDocument(paragraph(text('  '))) }, { code: 'text_empty' }],
  [
    'with too many characters',
    { document: aDocument(paragraph(text('x'.repeat(10_003)))) },
    { code: 'text_too_long', limit: { unit: 'characters', most: 10_000, over: 3 } },
  ],
  ['that nests too deep', { document: aDocument(deep(40)) }, { code: 'payload_wrong' }],
  [
    'with too many bytes',
    { document: aDocument(...Array.from({ length: 1_500 }, () => paragraph(text('x', bold)))) },
    { code: 'text_too_long', limit: { unit: 'bytes' } },
  ],
];

test.each(wrong)('a message %s is refused, and nobody is asked anything', async (_name, written, problem) => {
  for (const ask of [send, edit]) expect(await ask(written)).toMatchObject({ ok: false, problem });
  expect(taken).toEqual([]);
});
