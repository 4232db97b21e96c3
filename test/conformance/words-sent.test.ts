import { ask, fetchToken } from '../shared/service/ask';
import { runService, site, type TestService } from '../shared/service/running-service';
import { idOf, messagesWith } from './two-clients';

let service: TestService;
let token: string;
let messages: string;

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient({ scopes: ['participate:conversation'] }));
  messages = messagesWith({ conversations: `${service.url}/site/${site}/conversation` }, { id: 'someone' });
}, 180_000);

afterAll(() => service.close());

const send = (type: string, raw: string) => ask(`POST ${messages}`, { token, raw, headers: { 'Content-Type': type } });
const doc = (...content: object[]) => ({ version: 1, type: 'doc', content });

test.each([
  ['text/markdown', '\u2800'],
  ['text/markdown', '```\n\n```'],
  ['text/markdown', '[]()'],
  ['text/plain', '\u200b\n\u3164'],
  ['text/plain', ' '],
])('a message of nothing visible as %s is refused: %j', async (type, raw) => {
  const { status, body } = await send(type, raw);
  const rule = 'must say something: nothing in it can be seen';
  expect([status, body]).toEqual([400, expect.objectContaining({ details: [{ field: 'body', rule }] })]);
});

test('a document is refused where no node of it draws anything, and the smallest one is taken', async () => {
  const blank = doc({ type: 'paragraph', content: [{ type: 'text', text: '\u200b' }] });
  const { status, body } = await ask(`POST ${messages}`, { token, json: { body: blank } });
  const rule = 'must hold something that can be seen, or no nodes at all';
  expect([status, body]).toEqual([400, expect.objectContaining({ details: [{ field: 'body/body/content', rule }] })]);
  for (const sent of [doc(), doc({ type: 'rule' })]) {
    expect((await ask(`POST ${messages}`, { token, json: { body: sent } })).status).toBe(201);
  }
});

test.each(['Call handlers[name]() first', '[x]()', '![alt]()'])(
  'Markdown without an address is sent: %s',
  async (raw) => {
    const id = idOf(await send('text/markdown', raw));
    expect((await ask(`GET ${messages}`, { token })).body).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ id, text: raw })]),
    });
  },
);

test('too long says by how much, in bytes', async () => {
  const { status, body } = await send('text/plain', 'é'.repeat(32_769));
  const details = [{ field: 'body', rule: 'must be at most 65536 bytes, it has 65538' }];
  expect([status, body]).toEqual([413, expect.objectContaining({ details })]);
});

test('a picture and a page of elsewhere are kept as links', async () => {
  const url = 'https://tracker.example/p.png';
  const picture = { type: 'mediaSingle', content: [{ type: 'media', attrs: { type: 'external', url, alt: 'A cat' } }] };
  const id = idOf(await ask(`POST ${messages}`, { token, json: { body: doc(picture) } }));
  const { body } = await ask(`GET ${messages}`, { token });
  const kept = (body as { values: { id: string }[] }).values.find((it) => it.id === id);
  expect(kept).toMatchObject({
    text: `A cat (${url})`,
    body: doc({
      type: 'paragraph',
      content: [{ type: 'text', text: 'A cat', marks: [{ type: 'link', attrs: { href: url } }] }],
    }),
  });
});

test.each([
  ['of 300,000 characters beside a message', { body: doc(), ['n'.repeat(300_000)]: 1 }],
  [
    'of 60,000 characters in a document',
    { body: doc({ type: 'x', attrs: { [`${'n'.repeat(60_000)}Url`]: 'ftp://x' } }) },
  ],
  [
    'of 9,000 others',
    { body: doc(), ...Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`other${at}`, 1])) },
  ],
])('a refusal quotes a line at most of a name %s', async (_, json) => {
  const direct = (await ask(`GET ${messages.replace(/\/message$/, '')}`, { token })).body as { id: string };
  const { status, body } = await ask(`POST ${service.url}/site/${site}/conversation/${direct.id}/message`, {
    token,
    json,
  });
  expect(status).toBe(400);
  expect(JSON.stringify(body).length).toBeLessThan(1_000);
});
