import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { readTokenClock } from '../../../src/contract/token-clock';
import { createForgeKeys } from '../../../src/service/identity/forge-keys';
import {
  appAudience,
  createForgeVerifier,
  type ForgeTokenLimits,
  forgeIssuer,
} from '../../../src/service/identity/forge-token';
import { TokenCache } from '../../../src/service/identity/token-cache';

const appId = '0b3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';
const start = Date.UTC(2026, 10, 2, 9);

let server: Server;
let keysUrl: URL;
let published: JWK[];
let reads: number;
let isAway: boolean;
let unread: unknown[];
let time: number;

beforeEach(async () => {
  [published, reads, time, isAway, unread] = [[], 0, start, false, []];
  // The library that keeps the keys asks this for the time, and no one else.
  jest.spyOn(Date, 'now').mockImplementation(() => time);
  server = createServer((_request, response) => {
    reads += 1;
    if (isAway) response.writeHead(502).end();
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  keysUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);
});

afterEach(async () => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A key of the platform; `publish` puts it beside those that are there. */
async function aKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    publish: () => published.push(key),
    sign: (claims: Readonly<Record<string, unknown>> = {}) => {
      const seconds = Math.floor(time / 1000);
      const own = {
        iss: forgeIssuer,
        aud: appAudience(appId),
        app: { id: appAudience(appId) },
        iat: seconds,
        nbf: seconds,
        exp: seconds + 25,
      };
      return new SignJWT({ ...own, ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    },
  };
}

const verifier = (limits: Partial<ForgeTokenLimits> = {}) => {
  const now = () => new Date(time);
  const findKey = createForgeKeys(keysUrl, now, (error) => unread.push(error));
  return createForgeVerifier({
    findKey,
    appIds: [appId],
    limits: { environments: [], longestLife: 3600, ...limits },
    now,
    verified: new TokenCache(10),
  });
};
const refused = { code: 'unauthorized' };

test('clocks may be 30 seconds apart, at both ends of a token and when it was made, and not more', async () => {
  const key = await aKey('a');
  key.publish();
  const verify = verifier();
  const seconds = start / 1000;
  await expect(verify(await key.sign({ exp: seconds - 29 }))).resolves.toMatchObject({ appId });
  await expect(verify(await key.sign({ nbf: seconds + 30 }))).resolves.toMatchObject({ appId });
  await expect(verify(await key.sign({ iat: seconds + 30, nbf: seconds }))).resolves.toMatchObject({ appId });
  await expect(verify(await key.sign({ exp: seconds - 30 }))).rejects.toMatchObject(refused);
  await expect(verify(await key.sign({ nbf: seconds + 31 }))).rejects.toMatchObject(refused);
  await expect(verify(await key.sign({ iat: seconds + 31, nbf: seconds }))).rejects.toMatchObject(refused);
});

test('a token lives as long as the configuration allows, and says since when', async () => {
  const key = await aKey('a');
  key.publish();
  const verify = verifier({ longestLife: 60 });
  const seconds = start / 1000;
  await expect(verify(await key.sign({ exp: seconds + 60 }))).resolves.toMatchObject({ appId });
  await expect(verify(await key.sign({ exp: seconds + 61 }))).rejects.toMatchObject(refused);
  await expect(verify(await key.sign({ iat: seconds - 40, exp: seconds + 21 }))).rejects.toMatchObject(refused);
  await expect(verify(await key.sign({ iat: undefined }))).rejects.toMatchObject(refused);
});

test('of a genuine token is said what is not taken, and of any other nothing', async () => {
  const key = await aKey('a');
  key.publish();
  const seconds = start / 1000;
  const reasonOf = async (claims: object, limits: Partial<ForgeTokenLimits> = {}) => {
    const failure: unknown = await verifier(limits)(await key.sign({ ...claims })).catch((error: unknown) => error);
    return (failure as { details?: readonly { field: string; rule: string }[] }).details?.[0];
  };
  const late = await reasonOf({ iat: seconds - 72, nbf: seconds - 72, exp: seconds - 47 });
  expect([late?.field, readTokenClock(late?.rule ?? '')]).toEqual(['token.iat', 72]);
  const early = await reasonOf({ iat: seconds + 90, nbf: seconds + 90, exp: seconds + 115 });
  expect([early?.field, readTokenClock(early?.rule ?? '')]).toEqual(['token.iat', -90]);
  const other = 'ari:cloud:ecosystem::app/1c3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';
  expect(await reasonOf({ aud: other })).toMatchObject({ field: 'token.aud' });
  expect(await reasonOf({ app: { id: other } })).toMatchObject({ field: 'token.app.id' });
  expect(await reasonOf({}, { environments: ['production'] })).toMatchObject({ field: 'token.app.environment' });
  expect(await reasonOf({ exp: seconds + 500 }, { longestLife: 60 })).toMatchObject({ field: 'token.exp' });
  const forged = await (await aKey('b')).sign({ exp: seconds - 500 });
  await expect(verifier()(forged)).rejects.toMatchObject({ code: 'unauthorized', details: undefined });
  const [head, claims] = (await key.sign({ aud: other })).split('.');
  await expect(verifier()(`${head}.${claims}.AAAA`)).rejects.toMatchObject({ details: undefined });
});

test('the app that a token names is the one of its audience', async () => {
  const key = await aKey('a');
  key.publish();
  const verify = verifier();
  const other = '1c3f5f0e-5a4c-4a5e-9d3e-6f0f3c1d2e4b';
  for (const id of [appAudience(appId), appId, appId.toUpperCase()]) {
    await expect(verify(await key.sign({ app: { id } }))).resolves.toMatchObject({ appId });
  }
  for (const app of [{ id: appAudience(other) }, { id: other }, {}, { id: [appId] }, { id: '' }]) {
    await expect(verify(await key.sign({ app }))).rejects.toMatchObject(refused);
  }
  const aud = [appAudience(appId), appAudience(other)];
  await expect(verify(await key.sign({ aud, app: { id: other } }))).rejects.toMatchObject(refused);
});

test('where environments are configured, a token comes from one of them', async () => {
  const key = await aKey('a');
  key.publish();
  const signIn = (environment: unknown) => key.sign({ app: { id: appId, environment } });
  const verify = verifier({ environments: ['production'] });
  await expect(verify(await signIn({ type: 'PRODUCTION' }))).resolves.toMatchObject({ appId });
  for (const environment of [{ type: 'DEVELOPMENT' }, { type: 'STAGING' }, {}, undefined, 'PRODUCTION']) {
    await expect(verify(await signIn(environment))).rejects.toMatchObject(refused);
    await expect(verifier()(await signIn(environment))).resolves.toMatchObject({ appId });
  }
});

test('a token of an isolated cloud is refused, whatever label it names, before any address is made of it', async () => {
  const key = await aKey('a');
  key.publish();
  const verify = verifier();
  for (const icLabel of ['ic-1', '', null, '../x', { a: 1 }]) {
    await expect(verify(await key.sign({ icLabel }))).rejects.toMatchObject(refused);
  }
  expect(reads).toBe(1);
});

test('keys are read once, again for a name that is new, but not twice within 30 seconds, and after 10 minutes', async () => {
  const [old, next] = [await aKey('old'), await aKey('next')];
  old.publish();
  const verify = verifier();
  await Promise.all([verify(await old.sign()), verify(await old.sign())]);
  expect(reads).toBe(1);

  next.publish();
  time = start + 29_000;
  await expect(verify(await next.sign())).rejects.toMatchObject(refused);
  expect(reads).toBe(1);
  time = start + 30_000;
  await expect(verify(await next.sign())).resolves.toMatchObject({ appId });
  expect(reads).toBe(2);

  published.shift();
  time = start + 630_000;
  await expect(verify(await old.sign())).rejects.toMatchObject(refused);
  expect(reads).toBe(3);
});

test('a verified token is not verified again until it ends', async () => {
  const key = await aKey('a');
  key.publish();
  const verify = verifier();
  const token = await key.sign();
  await verify(token);
  published.splice(0);
  time = start + 24_000;
  await expect(verify(token)).resolves.toMatchObject({ appId });
  time = start + 55_000;
  await expect(verify(token)).rejects.toMatchObject(refused);
});

const unavailable = { code: 'unavailable' };

test('while the keys cannot be read, a flood of tokens makes one try in 30 seconds, and is told when the next one is', async () => {
  const key = await aKey('a');
  isAway = true;
  const verify = verifier();
  const token = await key.sign();
  await Promise.all(Array.from({ length: 20 }, () => expect(verify(token)).rejects.toMatchObject(unavailable)));
  time = start + 10_000;
  for (let turn = 0; turn < 20; turn += 1) {
    await expect(verify(token)).rejects.toMatchObject({ ...unavailable, retryAfter: 20 });
  }
  expect([reads, unread.length]).toEqual([1, 1]);
  isAway = false;
  key.publish();
  time = start + 30_000;
  await expect(verify(await key.sign())).resolves.toMatchObject({ appId });
});

test('keys that were read hold for an hour while they cannot be read again, and a new one is then nobody’s fault', async () => {
  const [old, next] = [await aKey('old'), await aKey('next')];
  old.publish();
  const verify = verifier();
  await verify(await old.sign());
  isAway = true;
  next.publish();
  for (const minutes of [10, 30, 50, 59]) {
    time = start + minutes * 60_000;
    await expect(verify(await old.sign())).resolves.toMatchObject({ appId });
    await expect(verify(await next.sign())).rejects.toMatchObject(unavailable);
  }
  time = start + 61 * 60_000;
  await expect(verify(await old.sign())).rejects.toMatchObject(unavailable);
  expect(unread).toHaveLength(reads - 1);

  isAway = false;
  time += 30_000;
  await expect(verify(await next.sign())).resolves.toMatchObject({ appId });
});
