import type { NewMessage } from '../../../../src/service/conversation/conversation-store';
import { aDocument } from '../../../shared/service/a-document';
import { type Answer, ask, fetchToken } from '../../../shared/service/ask';
import { appId, type ForgeSigner, startForgeSigner } from '../../../shared/service/forge-signer';
import { otherSite, runService, site, type TestService } from '../../../shared/service/running-service';

const minute = 60_000;

let forge: ForgeSigner;
let nodes: readonly [TestService, TestService];
let time: number;

beforeAll(async () => {
  forge = await startForgeSigner();
  time = Math.floor(Date.now() / minute) * minute + 20_000;
  const env = {
    ...forge.env,
    ASIDE_RATE_SENDS_CLIENT: '4',
    ASIDE_RATE_SENDS_ACCOUNT: '3',
    ASIDE_RATE_READS: '5',
  };
  const now = () => new Date(time);
  const first = await runService({ env, now });
  nodes = [first, await runService({ env, now, store: first.store })];
}, 600_000);

afterAll(async () => {
  await nodes[1].close();
  await nodes[0].close();
  await forge.close();
});

const at = (node: number) => `${(nodes[node] ?? nodes[0]).url}/site/${site}`;
const aClient = async () => fetchToken(nodes[0].url, await nodes[0].addClient());
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);

/** One after the other, alternating between the nodes. */
async function repeat(times: number, one: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let turn = 0; turn < times; turn += 1) answers.push(await one(turn));
  return answers;
}

test('a client sends so many messages a minute in one conversation, over all nodes, and as many in the next', async () => {
  const token = await aClient();
  const send = (to: string) => (turn: number) =>
    ask(`POST ${at(turn % 2)}/conversation/user/${to}/message`, { token, json: aDocument() });
  expect(statusesOf(await repeat(6, send('bob')))).toEqual([201, 201, 201, 201, 429, 429]);
  expect(statusesOf(await repeat(1, send('carol')))).toEqual([201]);
});

test('a client sends so many messages a minute over all its conversations, and on its next site as many', async () => {
  const env = { ASIDE_RATE_SENDS_CLIENT: '4', ASIDE_RATE_SENDS_CLIENT_ALL: '6' };
  const node = await runService({ env, now: () => new Date(time), store: nodes[0].store });
  const token = await fetchToken(node.url, await node.addClient({ sites: [site, otherSite] }));
  const send = (on: string) => (turn: number) =>
    ask(`POST ${node.url}/site/${on}/conversation/user/to-${turn}/message`, { token, json: aDocument() });
  const answers = await repeat(8, send(site));
  expect(statusesOf(answers)).toEqual([...Array.from({ length: 6 }, () => 201), 429, 429]);
  const told = answers.map(({ headers }) => [headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]);
  expect([told[0], told[3], told[5], told[6]]).toEqual([
    ['4', '3'],
    ['6', '2'],
    ['6', '0'],
    ['6', '0'],
  ]);
  expect(answers[6]?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(statusesOf(await repeat(2, send(otherSite)))).toEqual([201, 201]);
  await node.close();
});

test('a client has one count over all its conversations on all nodes, also of sends that share a commit', async () => {
  const env = { ASIDE_RATE_SENDS_CLIENT: '4', ASIDE_RATE_SENDS_CLIENT_ALL: '6' };
  const [{ store }, now] = [nodes[0], () => new Date(time)];
  const both = [await runService({ env, now, store }), await runService({ env, now, store })] as const;
  const token = await fetchToken(both[0].url, await both[0].addClient());
  const sends = Array.from({ length: 12 }, (_, n) => {
    const { url } = both[n % 2 === 0 ? 0 : 1];
    return ask(`POST ${url}/site/${site}/conversation/user/one-of-${n}/message`, { token, json: aDocument() });
  });
  const answers = await Promise.all(sends);
  expect(statusesOf(answers).sort()).toEqual([...Array(6).fill(201), ...Array(6).fill(429)]);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(Array(6).fill('6'));
  // The next node is told by the store.
  const third = await runService({ env, now, store });
  const late = await ask(`POST ${third.url}/site/${site}/conversation/user/late/message`, { token, json: aDocument() });
  expect([late.status, late.headers.get('x-ratelimit-remaining')]).toEqual([429, '0']);
  for (const node of [...both, third]) await node.close();
});

test('what an app reads on one site does not count on another, also where no site is named', async () => {
  const sites = `${site},${otherSite}`;
  const env = {
    ASIDE_SITES: sites,
    ASIDE_FORGE_APP_IDS: appId,
    ASIDE_FORGE_JWKS_URL: forge.keysUrl,
    ASIDE_RATE_READS: '3',
  };
  const node = await runService({ env, now: () => new Date(time), store: nodes[0].store });
  const tokenOf = (cloudId: string) => {
    const now = Math.floor(time / 1000);
    return forge.sign({ cloudId, claims: { iat: now, nbf: now, exp: now + 25 } });
  };
  const headers = { 'Aside-Speaks-As': 'app' };
  for (const path of ['/site/', '/nothing', `/site/${crypto.randomUUID()}/conversation`, '/site/$site/health']) {
    time += minute;
    const ask4 = async (cloudId: string) => {
      const [token, target] = [await tokenOf(cloudId), `GET ${node.url}${path.replace('$site', cloudId)}`] as const;
      return statusesOf(await repeat(4, () => ask(target as `${string} ${string}`, { token, headers })));
    };
    const [first, second] = [await ask4(site), await ask4(otherSite)];
    expect([path, first.indexOf(429), second.indexOf(429)]).toEqual([path, 3, 3]);
  }
  await node.close();
});

test('a refusal has the words and headers of the original, and ours', async () => {
  const token = await aClient();
  const send = () => ask(`POST ${at(0)}/conversation/user/bob/message`, { token, json: aDocument() });
  const answers = await repeat(5, send);
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['3', '2', '1', '0', '0']);
  const { headers, body } = answers[4] ?? answers[0] ?? (await send());
  expect(body).toEqual({
    statusCode: 429,
    code: 429,
    error: 'rate_limited',
    message: 'request has been rate limited',
    requestId: headers.get('x-request-id'),
  });
  const reset = Math.floor(time / minute) * minute + minute;
  expect(['x-ratelimit-limit', 'x-ratelimit-reset', 'retry-after'].map((name) => headers.get(name))).toEqual([
    '4',
    new Date(reset).toISOString(),
    String(Math.ceil((reset - time) / 1000)),
  ]);
});

test('the two ways into a direct conversation count together', async () => {
  const token = await aClient();
  const bob = `${at(0)}/conversation/user/bob`;
  const { body } = await ask(`GET ${bob}`, { token });
  const ways = [`${bob}/message`, `${at(0)}/conversation/${(body as { id: string }).id}/message`];
  const send = (turn: number) => ask(`POST ${ways[turn % 2] ?? ''}`, { token, json: aDocument() });
  expect(statusesOf(await repeat(6, send))).toEqual([201, 201, 201, 201, 429, 429]);
});

test('a node that was told by the store refuses by itself: what is over costs no commit', async () => {
  let sends = 0;
  const sendDirect = (message: NewMessage) => {
    sends += 1;
    return nodes[0].store.sendDirect(message);
  };
  const env = { ASIDE_RATE_SENDS_CLIENT: '4' };
  const third = await runService({ env, now: () => new Date(time), store: { ...nodes[0].store, sendDirect } });
  const token = await aClient();
  const send = (url: string) => () => ask(`POST ${url}/conversation/user/bob/message`, { token, json: aDocument() });
  await repeat(4, send(at(0)));
  const answers = await repeat(5, send(`${third.url}/site/${site}`));
  await third.close();
  expect([statusesOf(answers), sends]).toEqual([[429, 429, 429, 429, 429], 1]);
});

test('a Jira user counts over all conversations, and others beside them do not', async () => {
  const now = Math.floor(time / 1000);
  const token = await forge.sign({ claims: { iat: now, nbf: now, exp: now + 25 } });
  const send = (from: string) => (turn: number) =>
    ask(`POST ${at(turn % 2)}/conversation/user/to-${turn}/message`, {
      token,
      json: aDocument(),
      headers: { 'Aside-Account-Id': from },
    });
  expect(statusesOf(await repeat(5, send('alice')))).toEqual([201, 201, 201, 429, 429]);
  expect(statusesOf(await repeat(1, send('bob')))).toEqual([201]);
});

test('what is refused or not found counts, too', async () => {
  const token = await aClient();
  const wrong = () =>
    ask(`POST ${at(0)}/conversation/user/bob/message`, { token, raw: 'x', headers: { 'Content-Type': 'text/html' } });
  expect(statusesOf(await repeat(5, wrong))).toEqual([415, 415, 415, 415, 429]);
  const nowhere = `${at(0)}/conversation/99999999-9999-4999-8999-999999999999`;
  expect(statusesOf(await repeat(6, () => ask(`GET ${nowhere}`, { token })))).toEqual([404, 404, 404, 404, 404, 429]);
});

test.each([
  ['another site', 403, () => `GET ${nodes[0].url}/site/${crypto.randomUUID()}/conversation`],
  [
    'sends into sites that are made up',
    403,
    () => `POST ${nodes[0].url}/site/${crypto.randomUUID()}/conversation/user/bob/message`,
  ],
  ['a site that is none', 400, () => `GET ${nodes[0].url}/site/acme/conversation`],
  ['what an app alone may ask', 401, () => `GET ${at(0)}/account`],
  ['paths that are nothing here', 404, () => `GET ${nodes[0].url}/site/a/b/c/${crypto.randomUUID()}`],
] as [string, number, () => `${string} ${string}`][])(
  'who is known and asks for %s is refused with %i, and limited',
  async (_what, status, target) => {
    const token = await aClient();
    const answers = await repeat(6, () => ask(target(), { token }));
    expect(statusesOf(answers)).toEqual([...Array.from({ length: 5 }, () => status), 429]);
  },
);

test('an account named beside an OAuth token counts, too', async () => {
  const token = await aClient();
  const headers = { 'Aside-Account-Id': 'alice' };
  const answers = await repeat(6, () => ask(`GET ${at(0)}/conversation`, { token, headers }));
  expect(statusesOf(answers)).toEqual([400, 400, 400, 400, 400, 429]);
});

test('a path that is nothing here is a 404 for who is not known, however often', async () => {
  const answers = await repeat(8, (turn) => ask(`GET ${nodes[0].url}/nothing`, turn % 2 ? { token: 'a.b.c' } : {}));
  expect(new Set(statusesOf(answers))).toEqual(new Set([404]));
});

test('a send that is limited does not use up its key', async () => {
  const token = await aClient();
  const send = (key: string) => () =>
    ask(`POST ${at(0)}/conversation/user/bob/message`, {
      token,
      json: aDocument(),
      headers: { 'Idempotency-Key': key },
    });
  await repeat(4, send('first'));
  expect(statusesOf(await repeat(1, send('second')))).toEqual([429]);
  time += minute;
  const [answer] = await repeat(1, send('second'));
  expect([answer?.status, answer?.headers.get('idempotency-replayed')]).toEqual([201, null]);
});

test('0 is no limit, and then nothing is told of one', async () => {
  const free = await runService({ store: nodes[0].store });
  const token = await fetchToken(free.url, await free.addClient());
  const send = () => ask(`POST ${free.url}/site/${site}/conversation/user/bob/message`, { token, json: aDocument() });
  const answers = await repeat(8, send);
  await free.close();
  expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
  expect(answers[0]?.headers.has('x-ratelimit-limit')).toBe(false);
});

test('wrong secrets are slowed down in the words of OAuth, and the right one is not', async () => {
  const client = await nodes[0].addClient();
  const grant = (secret: string) => () =>
    ask(`POST ${nodes[0].url}/oauth/token`, {
      json: { grant_type: 'client_credentials', client_id: client.id, client_secret: secret },
    });
  const answers = await repeat(11, grant('wrong'));
  expect(statusesOf(answers)).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  expect(answers[10]?.body).toMatchObject({ error: 'slow_down' });
  expect(Number(answers[10]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(new Set(statusesOf(await repeat(30, grant(client.secret))))).toEqual(new Set([200]));
});

test('a client gets its token on a node that was just started, whatever ids others at its address have made up', async () => {
  const client = await nodes[0].addClient();
  const fresh = await runService({ store: nodes[0].store });
  const grant = (client_id: string, client_secret: string) =>
    ask(`POST ${fresh.url}/oauth/token`, { json: { grant_type: 'client_credentials', client_id, client_secret } });
  const made = await repeat(70, () => grant(crypto.randomUUID(), 'x'));
  const real = await grant(client.id, client.secret);
  await fresh.close();
  expect([made.at(0)?.status, made.at(-1)?.status, real.status]).toEqual([401, 429, 200]);
});
