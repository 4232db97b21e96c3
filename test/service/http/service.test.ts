import { connect } from 'node:net';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import type { Store } from '../../../src/service/store/open-store';
import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { runService, site, type TestService } from '../../shared/service/running-service';

let service: TestService;
let token: string;
let list: string;
const account = 'alice-account-id';

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient());
  list = `${service.url}/site/${site}/conversation`;
}, 600_000);

afterAll(() => service.close());

/** The same store with one thing that fails. */
const withFault = (fault: Partial<Store>) => runService({ store: { ...service.store, ...fault } });

/** Sends bytes as they are and reads until the connection ends. */
const speak = (port: number, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(60_000, () => socket.destroy(new Error('no answer in time')));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });

test('every answer has an id of its own, is not to be kept, and carries the headers that protect a browser', async () => {
  const answers = [await ask(`GET ${list}`, { token }), await ask(`GET ${list}`, { token })];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(2);
  expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  expect(answers[0]?.headers.get('x-content-type-options')).toBe('nosniff');
});

test('an id of the caller making is not taken over', async () => {
  const { headers } = await ask(`GET ${list}`, { token, headers: { 'X-Request-Id': 'mine' } });
  expect(headers.get('x-request-id')).not.toBe('mine');
});

test.each(['GET /', 'POST /site/', 'PATCH /site/x/conversation', 'HEAD /site/', 'GET /site/a/b/c/d/e'])(
  '%s is nothing here',
  async (target) => {
    const [method, path] = target.split(' ');
    const { status, headers, body } = await ask(`${method} ${service.url}${path}`, { token });
    expect(status).toBe(404);
    if (method !== 'HEAD') {
      expect(body).toMatchObject({ error: 'not_found', requestId: headers.get('x-request-id') });
    }
  },
);

test('a path that cannot be decoded is refused in the one shape', async () => {
  const { status, headers, body } = await ask(`GET ${service.url}/site/%zz/conversation`, { token });
  expect([status, body]).toEqual([
    400,
    expect.objectContaining({ error: 'invalid_request', requestId: headers.get('x-request-id') }),
  ]);
});

test('what is not HTTP is answered in the one shape', async () => {
  const answer = await speak(Number(new URL(service.url).port), 'nonsense\r\n\r\n');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(body)).toMatchObject({ statusCode: 400, error: 'invalid_request', requestId: expect.any(String) });
});

test('headers of 24 KiB are taken and of 40 KiB are refused', async () => {
  expect((await ask(`GET ${service.url}/healthz`, { headers: { 'X-Long': 'a'.repeat(24 * 1024) } })).status).toBe(200);
  const request = `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40 * 1024)}\r\n\r\n`;
  expect(await speak(Number(new URL(service.url).port), request)).toMatch(/^HTTP\/1\.1 400 .*header/s);
});

test('who is not known is answered before the body has come', async () => {
  const head = `POST ${new URL(list).pathname}/user/bob/message HTTP/1.1`;
  const request = `${head}\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n`;
  expect(await speak(Number(new URL(service.url).port), request)).toMatch(/^HTTP\/1\.1 401 /);
});

test('a service whose store answers is ready, and alive in any case', async () => {
  expect(await ask(`GET ${service.url}/healthz`)).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await ask(`GET ${service.url}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } });
});

test('a store that is away makes it not ready, and every answer says when to try again', async () => {
  const away = () => Promise.reject(new StoreUnavailable('gone'));
  const broken = await withFault({ ping: away, listConversations: away, listClients: away });
  const ready = await ask(`GET ${broken.url}/readyz`);
  const listed = await ask(`GET ${broken.url}/site/${site}/conversation`, { token });
  const granted = await ask(`POST ${broken.url}/oauth/token`, {
    json: { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' },
  });
  const alive = await ask(`GET ${broken.url}/healthz`);
  await broken.close();
  expect([ready, listed, granted, alive].map(({ status }) => status)).toEqual([503, 503, 503, 200]);
  expect(listed.headers.get('retry-after')).toBe('1');
  expect(granted.body).toMatchObject({ error: 'temporarily_unavailable' });
});

test('a key whose first request is not done yet is 409 and says when to try again', async () => {
  const busy = await withFault({ sendDirect: async () => ({ outcome: 'in-flight' }) });
  const { status, headers, body } = await ask(`POST ${busy.url}/site/${site}/conversation/user/bob/message`, {
    token,
    json: aDocument(),
    headers: { 'Idempotency-Key': 'k' },
  });
  await busy.close();
  expect([status, headers.get('retry-after'), body]).toEqual([
    409,
    '1',
    expect.objectContaining({ error: 'conflict' }),
  ]);
});

test('a message that is deleted while it is being changed is not found', async () => {
  const racing = await withFault({ replaceMessage: async () => false, eraseMessage: async () => false });
  const messages = `${racing.url}/site/${site}/conversation/user/bob/message`;
  const { body } = await ask(`POST ${messages}`, { token, json: aDocument() });
  const { id } = body as { id: string };
  const edited = await ask(`PUT ${messages}/${id}`, { token, json: aDocument() });
  const deleted = await ask(`DELETE ${messages}/${id}`, { token });
  await racing.close();
  expect([edited.status, deleted.status]).toEqual([404, 404]);
});

test('a fault is answered with its id alone and logged under it, without what was sent', async () => {
  const fault = () => Promise.reject(new Error('row (secret words, alice-account-id) is wrong'));
  const broken = await withFault({ sendDirect: fault });
  const { status, body } = await ask(`POST ${broken.url}/site/${site}/conversation/user/${account}/message`, {
    token,
    json: aDocument('secret words'),
  });
  await broken.close();
  const { requestId, ...rest } = body as { requestId: string };
  expect([status, rest]).toEqual([
    500,
    { statusCode: 500, code: 500, error: 'internal', message: 'Something went wrong on our side.' },
  ]);
  const logged = broken.logLines.filter((line) => line.includes(requestId)).join('');
  expect(logged).toContain('request failed');
  expect(logged).toContain('service.test');
  for (const secret of ['secret words', account]) expect(broken.logLines.join('')).not.toContain(secret);
});

test('the log has one line a request, with the route and neither accounts, words nor tokens', async () => {
  const from = service.logLines.length;
  const where = `${list}/user/${account}/message`;
  const { headers } = await ask(`POST ${where}?issueId=1`, { token, json: aDocument('secret words') });
  await ask(`POST ${where}`, { token, json: aDocument('secret words') });
  const lines = service.logLines.slice(from);
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    method: 'POST',
    route: '/site/:cloudId/conversation/user/:userId/message',
    status: 400,
    ms: expect.any(Number),
    requestId: headers.get('x-request-id'),
  });
  for (const secret of [account, 'secret words', token, site]) expect(lines.join('')).not.toContain(secret);
});

test('closing answers what is under way and then takes no more', async () => {
  let finish = () => {};
  const begun = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const slow = await withFault({
    listConversations: async (query) => {
      arrive();
      await begun;
      return service.store.listConversations(query);
    },
  });
  const answer = ask(`GET ${slow.url}/site/${site}/conversation`, { token });
  await arrived;
  const closed = slow.close();
  finish();
  expect((await answer).status).toBe(200);
  await closed;
  await expect(ask(`GET ${slow.url}/healthz`)).rejects.toThrow();
});

test('a port that is taken is told by its code', async () => {
  const port = new URL(service.url).port;
  await expect(runService({ env: { ASIDE_PORT: port }, store: service.store })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
