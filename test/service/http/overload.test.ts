import { connect, type Socket } from 'node:net';
import { ask } from '../../shared/service/ask';
import { runService, type TestService } from '../../shared/service/running-service';
import { eventually } from '../../shared/time/eventually';

let service: TestService;

beforeAll(async () => {
  service = await runService({ env: { ASIDE_MAX_CONNECTIONS: '3' } });
}, 600_000);

afterAll(() => service.close());

test('one connection more than allowed is closed unanswered, and there is room again when another ends', async () => {
  const port = Number(new URL(service.url).port);
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket));
      socket.on('error', reject);
    });
  const askOn = (socket: Socket) =>
    new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''));
      socket.once('close', () => resolve('closed'));
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    });
  const sockets = [await open(), await open(), await open()];
  for (const socket of sockets) expect(await askOn(socket)).toBe('HTTP/1.1 200 OK');
  expect(await askOn(await open())).toBe('closed');
  sockets[0]?.destroy();
  await eventually(async () => {
    const next = await open();
    sockets.push(next);
    expect(await askOn(next)).toBe('HTTP/1.1 200 OK');
  });
  for (const socket of sockets) socket.destroy();
});

test('while the process is behind, requests are told to come again and are not carried out; it stays alive and ready', async () => {
  const never = () => Promise.reject(new Error('must not be reached'));
  const lag = { isBehind: () => true, close: () => {} };
  const late = await runService({ store: { ...service.store, listClients: never, listConversations: never }, lag });
  const answers = [
    await ask(`GET ${late.url}/site/`),
    await ask(`POST ${late.url}/oauth/token`, { json: {} }),
    await ask(`GET ${late.url}/healthz`),
    await ask(`GET ${late.url}/readyz`),
  ];
  await late.close();
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 200, 200]);
  expect(answers[0]?.body).toMatchObject({ error: 'unavailable' });
  expect(late.logLines.join('')).not.toContain('"fault"');
  expect(answers.slice(0, 2).map(({ headers }) => headers.get('retry-after'))).toEqual(['2', '2']);
});
