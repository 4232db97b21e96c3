import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { operations } from '../../src/contract/operations';
import fc from '../shared/random/fast-check';
import { ask, fetchToken } from '../shared/service/ask';
import { runService, site, type TestService } from '../shared/service/running-service';
import { random } from './parameters';
import { type Pieces, rawConnection, rawRequest } from './raw-request';

// Bytes on a socket, as no client would write them. A connection that is over after its last byte has to be answered
// or ended within this time; the service gives up what is unfinished when its sender goes away.
const endsWithinMs = 20_000;
/** For as many inputs as one likes: what grows with their number would be above it in the long form. In bytes. */
const mostGrowth = 300 * 1024 * 1024;

let service: TestService;
let token: string;
const answered = new Map<string, number>();

beforeAll(async () => {
  service = await runService();
  const scopes = ['participate:conversation', 'manage:conversation', 'operate:site'] as const;
  token = await fetchToken(service.url, await service.addClient({ scopes }));
}, 120_000);

afterAll(async () => {
  console.log(`${random.raw} connections, seed ${random.seed}, answered by`, Object.fromEntries([...answered].sort()));
  await service.close();
}, 60_000);

/** All that came back until the connection was over. The service may end it before everything is written. */
async function speak(pieces: Pieces): Promise<string> {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('error', () => undefined).on('data', (part) => parts.push(part));
  const over = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await wait(2);
    socket.write(piece);
  }
  socket.end();
  const isOver = await Promise.race([over, wait(endsWithinMs, false, { ref: false })]);
  socket.destroy();
  if (!isOver) throw new Error(`hangs: ${JSON.stringify(Buffer.concat(pieces).toString('latin1').slice(0, 500))}`);
  return Buffer.concat(parts).toString('latin1');
}

test('whatever is written to a socket is answered or ended, never by a failure of the service', async () => {
  const ids: Readonly<Record<string, string>> = {
    cloudId: site,
    userId: 'bob',
    conversationId: crypto.randomUUID(),
    messageId: crypto.randomUUID(),
  };
  const paths = Object.values(operations).map(({ path }) =>
    path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? 'x'),
  );
  paths.push('/oauth/token', '/healthz', '/openapi.json', '/docs');
  const connection = rawConnection(rawRequest([...new Set(paths)], `Authorization: Bearer ${token}`));
  const before = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(connection, async (pieces) => {
      const text = await speak(pieces);
      for (const [, status = ''] of text.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
        answered.set(status, (answered.get(status) ?? 0) + 1);
        expect(Number(status)).toBeLessThan(500);
      }
    }),
    { numRuns: random.raw, seed: random.seed },
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(mostGrowth);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  const faults = service.logLines
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level >= 50 || level === 'error');
  expect(faults).toEqual([]);
  expect((await ask(`GET ${service.url}/readyz`)).status).toBe(200);
}, 3_600_000);
