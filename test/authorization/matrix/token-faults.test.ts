import { generateKeyPair } from 'jose';
import { ask, fetchToken, type Question } from '../../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { otherSite, runService, site, type TestService } from '../../shared/service/running-service';
import { everyOperation, rightBody, targetOf } from '../right-request';

const alice = '557058:0af0d89e-1111-4222-8333-444455556666';

let forge: ForgeSigner;
let stranger: ForgeSigner;
let service: TestService;
/** Another node over the same store, which granted the tokens and remembers their clients for a while. */
let granting: TestService;
let client: string;
let gone: string;

beforeAll(async () => {
  forge = await startForgeSigner();
  // Of keys that no service of the run knows.
  stranger = await startForgeSigner(undefined, generateKeyPair('RS256', { extractable: true }));
  granting = await runService();
  const scopes = ['participate:conversation', 'manage:conversation', 'operate:site'] as const;
  client = await fetchToken(granting.url, await granting.addClient({ scopes }));
  const revoked = await granting.addClient({ scopes });
  gone = await fetchToken(granting.url, revoked);
  await granting.store.revokeClient(revoked.id, new Date());
  const env = forge.env;
  service = await runService({ env, store: granting.store });
}, 600_000);

afterAll(async () => {
  await service.close();
  await granting.close();
  await Promise.all([forge.close(), stranger.close()]);
});

const seconds = () => Math.floor(Date.now() / 1000);
const speaking = { 'Aside-Account-Id': alice };

/** What may be wrong with who asks, and the answer to it on every operation. */
const faults: readonly (readonly [string, () => Promise<Question> | Question, number, string])[] = [
  ['no token', () => ({}), 401, 'unauthorized'],
  ['what is no token', () => ({ token: 'abc' }), 401, 'unauthorized'],
  ['a token of another key', async () => ({ token: await stranger.sign(), headers: speaking }), 401, 'unauthorized'],
  [
    'a token that has ended',
    async () => ({ token: await forge.sign({ claims: { exp: seconds() - 60 } }), headers: speaking }),
    401,
    'unauthorized',
  ],
  [
    'a token for another app',
    async () => ({ token: await forge.sign({ appId: crypto.randomUUID() }), headers: speaking }),
    401,
    'unauthorized',
  ],
  [
    "a browser's token",
    async () => ({ token: await forge.sign({ claims: { principal: alice } }), headers: speaking }),
    403,
    'caller_not_function',
  ],
  [
    'a token from another site',
    async () => ({ token: await forge.sign({ cloudId: otherSite }), headers: speaking }),
    403,
    'forbidden',
  ],
  [
    'a token that speaks for nobody',
    async () => ({ token: await forge.sign(), headers: { 'Aside-Account-Id': 'unidentified' } }),
    403,
    'forbidden',
  ],
  [
    'a token that speaks for a client',
    async () => ({ token: await forge.sign(), headers: { 'Aside-Account-Id': 'client:1' } }),
    403,
    'forbidden',
  ],
  ['a client that was revoked', () => ({ token: gone }), 401, 'unauthorized'],
  ['a client that speaks for a person', () => ({ token: client, headers: speaking }), 400, 'invalid_request'],
];

const ids = { cloudId: site, userId: 'somebody', conversationId: site, messageId: site };

describe.each(faults)('%s', (_, credentials, status, error) => {
  test.each(everyOperation)('is refused by %s', async (id) => {
    const { headers, body, ...answer } = await ask(targetOf(service.url, id, ids), {
      ...rightBody(id, site),
      ...(await credentials()),
    });
    expect([answer.status, body]).toEqual([
      status,
      expect.objectContaining({ statusCode: status, code: status, error }),
    ]);
    expect(headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });
});

const ofSites = everyOperation.filter(([, { params }]) => 'cloudId' in params.properties);

test.each(ofSites)('%s refuses a client on a site that it was not granted', async (id) => {
  const target = targetOf(service.url, id, { ...ids, cloudId: otherSite });
  const { body } = await ask(target, { ...rightBody(id, site), token: client });
  expect(body).toMatchObject({ statusCode: 403, error: 'forbidden' });
});
