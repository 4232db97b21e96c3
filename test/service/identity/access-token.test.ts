import { decodeProtectedHeader, SignJWT } from 'jose';
import { type AccessTokens, createAccessTokens } from '../../../src/service/identity/access-token';
import { createKeyRing } from '../../../src/service/identity/key-ring';
import { rotateKey } from '../../../src/service/identity/rotate-key';
import type { SigningKey } from '../../../src/service/identity/signing-key';
import { TokenCache } from '../../../src/service/identity/token-cache';
import { keyRegistryOf } from './key-registry-of';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

/** Nodes over the same keys, at a time that the test moves. */
function runNodes(keys: SigningKey[] = []) {
  const time = { ms: start };
  const now = () => new Date(time.ms);
  const registry = keyRegistryOf(keys);
  const node = (): AccessTokens => createAccessTokens(createKeyRing(registry, now), now, new TokenCache(10));
  return { time, now, registry, keys, node };
}

const refused = { code: 'unauthorized' };

test('a token proves its client for an hour and not longer', async () => {
  const { time, node } = runNodes();
  const tokens = node();
  const token = await tokens.issue('c1');
  expect(await tokens.verify(token)).toMatchObject({ clientId: 'c1' });
  time.ms = start + hour - 1_000;
  expect(await tokens.verify(token)).toMatchObject({ clientId: 'c1' });
  time.ms = start + hour;
  await expect(tokens.verify(token)).rejects.toMatchObject(refused);
});

test('a token of another key, another issuer, without an end or without a key is refused', async () => {
  const { node, keys } = runNodes();
  const tokens = node();
  await tokens.issue('c1');
  const [key] = keys;
  if (!key) throw new Error('no key was made');
  const other = runNodes([{ ...key, value: new Uint8Array(32).fill(8) }]).node();
  const draft = (kid?: string) =>
    new SignJWT({}).setProtectedHeader({ alg: 'HS256', ...(kid ? { kid } : {}) }).setSubject('c1');
  const later = start / 1000 + 60;
  const wrong = [
    await other.issue('c1'),
    await draft(key.id).setIssuer('someone').setExpirationTime(later).sign(key.value),
    await draft(key.id).setIssuer('aside').sign(key.value),
    await draft().setIssuer('aside').setExpirationTime(later).sign(key.value),
    await draft('unknown').setIssuer('aside').setExpirationTime(later).sign(key.value),
  ];
  for (const token of wrong) await expect(tokens.verify(token)).rejects.toMatchObject(refused);
  const right = await draft(key.id).setIssuer('aside').setExpirationTime(later).sign(key.value);
  expect(await tokens.verify(right)).toMatchObject({ clientId: 'c1' });
});

test('a rotation refuses no valid token, on no node, and the old key ends when the longest of its tokens has', async () => {
  const { time, now, registry, node } = runNodes();
  const [here, there] = [node(), node()];
  const before = await here.issue('c1');
  const kid = decodeProtectedHeader(before).kid;
  await there.verify(before);
  await rotateKey(registry, now(), false);

  // The other node has not noticed yet and signs with the old key for up to 30 s.
  time.ms = start + 29_000;
  const late = await there.issue('c1');
  expect(decodeProtectedHeader(late).kid).toBe(kid);
  time.ms = start + 30_000;
  const after = await here.issue('c1');
  expect(decodeProtectedHeader(after).kid).not.toBe(kid);
  for (const token of [before, late, after]) {
    for (const tokens of [here, there]) expect(await tokens.verify(token)).toMatchObject({ clientId: 'c1' });
  }
  time.ms = start + hour + 28_000;
  expect(await node().verify(late)).toMatchObject({ clientId: 'c1' });

  time.ms = start + hour + 61_000;
  expect((await registry.listKeys(now())).map(({ id }) => id)).not.toContain(kid);
});

test('a token of a new key is known at once on a node that has not read it yet', async () => {
  const { time, now, registry, node } = runNodes();
  const [here, there] = [node(), node()];
  await there.verify(await here.issue('c1'));
  await rotateKey(registry, now(), false);
  time.ms = start + 1_000;
  const token = await node().issue('c1');
  expect(await there.verify(token)).toMatchObject({ clientId: 'c1' });
});

test('a token of a key that was made a moment after this node read the keys is known at once', async () => {
  const { now, registry, node } = runNodes();
  const [first, second] = [node(), node()];
  await first.issue('c1');
  await rotateKey(registry, now(), false);
  expect(await first.verify(await second.issue('c2'))).toMatchObject({ clientId: 'c2' });
});

test('keys that are dropped are refused within 30 s, also in tokens that were verified before', async () => {
  const { time, now, registry, node } = runNodes();
  const [here, there] = [node(), node()];
  const token = await here.issue('c1');
  await there.verify(token);
  await rotateKey(registry, now(), true);
  time.ms = start + 30_000;
  for (const tokens of [here, there]) await expect(tokens.verify(token)).rejects.toMatchObject(refused);
});

test('keys are dropped by name and not by time: a clock that is ahead where this is told does not keep them', async () => {
  const { time, now, registry, node } = runNodes();
  const here = node();
  const token = await here.issue('c1');
  await rotateKey(registry, new Date(start + 600_000), true);
  time.ms = start + 30_000;
  await expect(here.verify(token)).rejects.toMatchObject(refused);
  expect(await registry.listKeys(now())).toHaveLength(1);
});

test('a key that has ended is forgotten an hour later by whichever node is there, without another rotation', async () => {
  const { time, now, registry, keys, node } = runNodes();
  const tokens = node();
  await tokens.issue('c1');
  await rotateKey(registry, now(), false);
  time.ms = start + hour + 61_000;
  await tokens.issue('c1');
  expect(keys).toHaveLength(2);
  time.ms = start + 3 * hour;
  await tokens.issue('c1');
  expect(keys).toHaveLength(1);
});

test('names of keys that there are not make the keys be read once a second at most', async () => {
  const { time, registry, node } = runNodes();
  const tokens = node();
  const token = await tokens.issue('c1');
  const [, payload, signature] = token.split('.');
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'x' })).toString('base64url');
  const before = registry.reads;
  time.ms = start + 2_000;
  for (let turn = 0; turn < 50; turn += 1) {
    await expect(tokens.verify(`${head}.${payload}.${signature}`)).rejects.toMatchObject(refused);
  }
  expect(registry.reads - before).toBe(1);
});

test('a token for some of the scopes says so, also when it was verified before; one for all of them names none', async () => {
  const { node } = runNodes();
  const tokens = node();
  const narrow = await tokens.issue('c1', ['participate:conversation']);
  for (const _turn of [1, 2]) {
    expect(await tokens.verify(narrow)).toMatchObject({ clientId: 'c1', scopes: ['participate:conversation'] });
  }
  expect(await tokens.verify(await tokens.issue('c1'))).toMatchObject({ clientId: 'c1', scopes: null });
});
