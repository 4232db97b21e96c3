import fastify from 'fastify';
import { parseConfig } from '../../../src/service/config/config';
import { runService, type TestService } from '../../shared/service/running-service';

const wrongSecret = { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' };

/** One moment: what is counted by the minute is counted in one. */
const now = () => new Date('2026-03-02T12:00:00Z');

let near: TestService;
let trusting: TestService;

beforeAll(async () => {
  near = await runService({ now });
  trusting = await runService({ now, store: near.store, env: { ASIDE_TRUSTED_PROXIES: 'loopback' } });
}, 600_000);

afterAll(async () => {
  await trusting.close();
  await near.close();
});

/** The statuses of so many wrong secrets that one address is slowed down, when each is said to be from another one. */
async function guessFromEverywhere(url: string): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let turn = 0; turn < 65; turn += 1) {
    const { status } = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `192.0.2.${turn}` },
      body: JSON.stringify(wrongSecret),
    });
    statuses.add(status);
  }
  return statuses;
}

test('a proxy that is trusted says where a request is from, and nobody else does', async () => {
  expect(await guessFromEverywhere(trusting.url)).toEqual(new Set([401]));
  expect(await guessFromEverywhere(near.url)).toEqual(new Set([401, 429]));
});

test.each([
  'loopback',
  '10.0.0.1',
  '10.0.0.0/8,192.0.2.7/32',
  '::1,fd00::/8',
  '::ffff:10.0.0.1',
  ' 10.0.0.1 , loopback',
])('what the settings take starts the service: %s', (text) => {
  const { trustedProxies } = parseConfig({ ASIDE_TRUSTED_PROXIES: text });
  expect(() => fastify({ trustProxy: [...trustedProxies] })).not.toThrow();
});
