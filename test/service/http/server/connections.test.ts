import { connect, type Socket } from 'node:net';
import { nameNetwork } from '../../../../src/service/http/server/bound-connections';
import { runService, type TestService } from '../../../shared/service/running-service';

const env = { ASIDE_MAX_CONNECTIONS_PER_ADDRESS: '2', ASIDE_METRICS_PORT: '0' };

let service: TestService;

beforeAll(async () => {
  service = await runService({ env });
}, 180_000);

afterAll(() => service.close());

const open = ({ url }: TestService, from: string) =>
  new Promise<Socket>((resolve, reject) => {
    const port = Number(new URL(url).port);
    const socket = connect({ port, host: '127.0.0.1', localAddress: from }, () => resolve(socket));
    socket.on('error', reject);
  });

/** The first line of an answer; `closed` for a connection that ends without one. */
const askOn = (socket: Socket) =>
  new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''));
    socket.once('close', () => resolve('closed'));
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  });

test('of one address so many connections are open at once, one more is closed unanswered, and others have their own', async () => {
  const sockets = [await open(service, '127.0.0.2'), await open(service, '127.0.0.2')];
  for (const socket of sockets) expect(await askOn(socket)).toBe('HTTP/1.1 200 OK');
  expect(await askOn(await open(service, '127.0.0.2'))).toBe('closed');
  const other = await open(service, '127.0.0.3');
  expect(await askOn(other)).toBe('HTTP/1.1 200 OK');
  const metrics = await (await fetch(service.metricsUrl ?? '')).text();
  expect(metrics).toContain('\naside_refused_connections_total 1\n');
  sockets[0]?.destroy();
  let again = 'closed';
  while (again === 'closed') again = await askOn(await open(service, '127.0.0.2'));
  expect(again).toBe('HTTP/1.1 200 OK');
  for (const socket of [...sockets, other]) socket.destroy();
});

test.each(['127.0.0.5', '127.0.0.0/8', 'loopback'])('a proxy that is trusted as %s is not bounded', async (proxy) => {
  const behind = await runService({ env: { ...env, ASIDE_TRUSTED_PROXIES: proxy }, store: service.store });
  const sockets = [];
  for (let n = 0; n < 5; n += 1) sockets.push(await open(behind, '127.0.0.5'));
  for (const socket of sockets) expect(await askOn(socket)).toBe('HTTP/1.1 200 OK');
  for (const socket of sockets) socket.destroy();
  await behind.close();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, network) => {
  expect(nameNetwork(address)).toBe(network);
});
