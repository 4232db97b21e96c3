import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { everyOperation, targetOf } from '../authorization/right-request';
import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { runService, site, type TestService } from '../shared/service/running-service';
import { idOf, messagesWith } from './two-clients';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await runService();
  const scopes = ['participate:conversation', 'manage:conversation', 'operate:site'] as const;
  token = await fetchToken(service.url, await service.addClient({ scopes }));
}, 600_000);

afterAll(() => service.close());

/** Sends headers and a body just as they are, which fetch does not for every method. */
async function exchange(target: string, headers: Readonly<Record<string, string>>, body?: string) {
  const [method, url = ''] = target.split(' ');
  const outgoing = request(url, { method, headers: { Authorization: `Bearer ${token}`, ...headers }, timeout: 10_000 });
  outgoing.end(body);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve).on('error', reject);
  });
  const raw = await text(answer);
  return { status: answer.statusCode, body: raw === '' ? undefined : JSON.parse(raw) };
}

const known = { cloudId: site, userId: 'someone', conversationId: crypto.randomUUID(), messageId: crypto.randomUUID() };
const target = (id: (typeof everyOperation)[number][0]) => targetOf(service.url, id, known);
const withoutBody = everyOperation.filter(([, operation]) => !operation.body);
const json = { 'Content-Type': 'application/json', 'Content-Length': '14' };
const nonsense = '{"nonsense":1}';

describe.each(withoutBody.filter(([, { origin }]) => origin === 'aside'))('%s, ours and without a body', (id) => {
  test('refuses a body and names it', async () => {
    const { status, body } = await exchange(target(id), json, nonsense);
    expect([status, body.error, body.details]).toEqual([
      400,
      'invalid_request',
      [{ field: 'body', rule: 'must be empty: this operation takes none' }],
    ]);
  });
});

describe.each(withoutBody.filter(([, { origin }]) => origin === 'listing'))('%s, original and without a body', (id) => {
  test('ignores a body', async () => {
    const { status } = await exchange(target(id), {});
    expect((await exchange(target(id), json, nonsense)).status).toBe(status);
  });
});

describe.each(withoutBody)('%s', (id) => {
  test.each(['application/json', 'x', ';', 'text/html; charset='])(
    'is not told by a type %s of nothing',
    async (type) => {
      const { status } = await exchange(target(id), {});
      for (const headers of [{ 'Content-Length': '0' }, {}]) {
        expect((await exchange(target(id), { 'Content-Type': type, ...headers })).status).toBe(status);
      }
    },
  );
});

test('a body that was refused changes nothing', async () => {
  const block = `${service.url}/site/${site}/block`;
  await exchange(`PUT ${block}/mallory`, json, nonsense);
  expect((await exchange(`GET ${block}`, {})).body.values).toEqual([]);
  expect((await exchange(`PUT ${block}/mallory`, { 'Content-Length': '0', 'Content-Type': ';' })).status).toBe(204);
});

test('a message is deleted whatever the type of the body that does not come', async () => {
  const messages = messagesWith({ conversations: `${service.url}/site/${site}/conversation` }, { id: 'someone' });
  const id = idOf(await ask(`POST ${messages}`, { token, json: aDocument() }));
  const headers = { 'Content-Type': 'none', 'Content-Length': '0' };
  expect((await exchange(`DELETE ${messages}/${id}`, headers)).status).toBe(204);
});

test('a body that is too large as a whole is 413 and named', async () => {
  const raw = `{"name":"${'a'.repeat(400 * 1024)}"}`;
  const headers = { 'Content-Type': 'application/json' };
  const { status, body } = await ask(`POST ${service.url}/site/${site}/conversation`, { token, raw, headers });
  expect([status, body]).toEqual([
    413,
    expect.objectContaining({ details: [{ field: 'body', rule: 'must be at most 393216 bytes' }] }),
  ]);
});
