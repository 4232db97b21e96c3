import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { ask } from '../../../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../../../shared/service/forge-signer';
import { runService, site, type TestService } from '../../../shared/service/running-service';
import { eventually } from '../../../shared/time/eventually';

// The keys of tokens come late, so that whoever asks can go before it is known who they are.
let signer: ForgeSigner;
let lateKeys: Server;
let kept: TestService;
let asking: TestService;
let reads = 0;
const waiting: (() => void)[] = [];
const target = `/site/${site}/conversation/user/bob/message`;

beforeAll(async () => {
  signer = await startForgeSigner();
  lateKeys = createServer(async (_request, response) => {
    const keys = await (await fetch(signer.keysUrl)).text();
    waiting.push(() => response.end(keys));
  });
  await new Promise<void>((resolve) => lateKeys.listen(0, '127.0.0.1', resolve));
  kept = await runService();
}, 180_000);

// Each service knows the keys once it has read them.
beforeEach(async () => {
  const keysUrl = `http://127.0.0.1:${(lateKeys.address() as AddressInfo).port}/`;
  const env = { ...signer.env, ASIDE_FORGE_JWKS_URL: keysUrl, ASIDE_READS_AT_ONCE: '1', ASIDE_METRICS_PORT: '0' };
  const readDirect: typeof kept.store.readDirect = (...asked) => {
    reads += 1;
    return kept.store.readDirect(...asked);
  };
  asking = await runService({ env, store: { ...kept.store, readDirect } });
  reads = 0;
});

afterEach(() => asking.close());

afterAll(async () => {
  await kept.close();
  await signer.close();
  lateKeys.closeAllConnections();
  await new Promise((resolve) => lateKeys.close(resolve));
});

test.each([
  ['all of their request had come', {}],
  ['only a part of it had', { 'Content-Length': '9' }],
])('who has gone before it was known who they are reads nothing and takes no place: %s', async (_, more) => {
  const headers = { Authorization: `Bearer ${await signer.sign()}`, 'Aside-Account-Id': 'alice' };
  const lines = Object.entries({ ...headers, Host: 'x', ...more }).map((pair) => pair.join(': '));
  const asked = waiting.length;
  const socket = connect(Number(new URL(asking.url).port), '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  await eventually(() => expect(waiting).toHaveLength(asked + 1));
  socket.destroy();
  await eventually(() => expect(asking.logLines.join('')).toContain('"status":499'));
  waiting.at(-1)?.();
  expect((await ask(`GET ${asking.url}${target}`, { headers })).status).toBe(200);
  expect(reads).toBe(1);
  const metrics = String((await ask(`GET ${asking.metricsUrl}`)).body);
  expect(metrics).toContain('\naside_refused_reads_total 0\n');
  expect(asking.logLines.join('')).not.toContain('"fault"');
});
