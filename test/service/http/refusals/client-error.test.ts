import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ask, fetchToken } from '../../../shared/service/ask';
import { runService, site, type TestService } from '../../../shared/service/running-service';
import { ownTimeOf } from '../../../shared/time/own-time';
import { takeTurns } from '../../../shared/time/take-turns';

let service: TestService;
let messages: string;
let authorized: string;

beforeAll(async () => {
  service = await runService({ env: { ASIDE_METRICS_PORT: '0' } });
  const token = await fetchToken(service.url, await service.addClient());
  messages = `/site/${site}/conversation/user/bob/message`;
  authorized = `Host: x\r\nAuthorization: Bearer ${token}\r\n`;
}, 600_000);

afterAll(() => service.close());

const route = '/site/:cloudId/conversation/user/:userId/message';
const longHeader = `X-Long: ${'a'.repeat(40 * 1024)}\r\n`;

/** Sends bytes as they are, and gathers what comes back until the connection ends. */
async function open(to = service): Promise<{ socket: Socket; all: Promise<string> }> {
  const socket = connect(Number(new URL(to.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  const all = once(socket, 'close').then(() => answer);
  await once(socket, 'connect');
  return { socket, all };
}

async function speak(...parts: readonly string[]): Promise<string> {
  return speakTo(service, ...parts);
}

async function speakTo(to: TestService, ...parts: readonly string[]): Promise<string> {
  const { socket, all } = await open(to);
  for (const part of parts) {
    socket.write(part);
    await takeTurns();
  }
  return all;
}

/** What the log and the metrics say about requests, as far as they were not told of before. */
async function whatIsTold(work: () => Promise<unknown>, by = service) {
  const from = by.logLines.length;
  const before = await readCounts(by);
  await work();
  await takeTurns();
  const lines = by.logLines.slice(from).map((line) => JSON.parse(line));
  const after = await readCounts(by);
  const counted = [...after].filter(([labels, count]) => count !== (before.get(labels) ?? 0)).map(([labels]) => labels);
  return {
    lines: lines.filter(({ msg }) => msg === 'request').map(({ method, route, status }) => [method, route, status]),
    counted,
  };
}

async function readCounts({ metricsUrl }: TestService): Promise<Map<string, number>> {
  const text = String((await ask(`GET ${metricsUrl}`)).body);
  const lines = [...text.matchAll(/^aside_http_request_seconds_count\{(.*)\} (\d+)$/gm)];
  return new Map(lines.map(([, labels = '', count]) => [labels, Number(count)]));
}

const told = (method: string, of: string, status: number) => ({
  lines: [[method, of, status]],
  counted: [`method="${method}",route="${of}",status="${status}"`],
});

test.each([
  ['an unknown method', 'SING / HTTP/1.1\r\n\r\n'],
  ['headers that are too long', `GET /healthz HTTP/1.1\r\nHost: x\r\n${longHeader}\r\n`],
  ['nonsense', 'nonsense\r\n\r\n'],
])('%s is answered, has a line in the log and is counted', async (_what, text) => {
  const found = await whatIsTold(async () => expect(await speak(text)).toMatch(/^HTTP\/1\.1 400 /));
  expect(found).toEqual(told('unknown', 'unreadable', 400));
});

test('a method that this service has nowhere has a line in the log and is counted', async () => {
  const text = 'PROPFIND /site/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  const found = await whatIsTold(async () => expect(await speak(text)).toMatch(/^HTTP\/1\.1 404 /));
  expect(found).toEqual(told('PROPFIND', 'unknown', 404));
});

test('a path that cannot be decoded has a line in the log and is counted', async () => {
  const found = await whatIsTold(() => ask(`GET ${service.url}/site/%zz`));
  expect(found).toEqual(told('GET', 'unreadable', 400));
});

test('an upload that is broken off has a line in the log and is counted', async () => {
  const found = await whatIsTold(async () => {
    const { socket, all } = await open();
    socket.write(`POST ${messages} HTTP/1.1\r\n${authorized}Content-Length: 100\r\n\r\nhalf`);
    await takeTurns();
    socket.destroy();
    await all;
  });
  expect(found).toEqual(told('POST', route, 499));
});

test('a sender that does not wait for its answer has a line in the log, also when all of its request was read', async () => {
  const answers: (() => void)[] = [];
  const held = () => new Promise<void>((resolve) => answers.push(resolve));
  const sendDirect = (...message: Parameters<typeof service.store.sendDirect>) =>
    held().then(() => service.store.sendDirect(...message));
  const slow = await runService({ store: { ...service.store, ping: held, sendDirect } });
  const start = `POST ${messages} HTTP/1.1\r\n${authorized}Content-Type: text/plain\r\n`;
  for (const text of ['GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n', `${start}Content-Length: 4\r\n\r\ntext`]) {
    const socket = connect(Number(new URL(slow.url).port), '127.0.0.1');
    socket.write(text);
    await takeTurns();
    socket.destroy();
  }
  await takeTurns();
  for (const answer of answers) answer();
  await slow.close();
  const lines = slow.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  expect(lines).toMatchObject([
    { method: 'GET', route: '/readyz', status: 499 },
    { method: 'POST', route, status: 499 },
  ]);
});

test('a chunk that is none is answered and told of once', async () => {
  const head = `POST ${messages} HTTP/1.1\r\n${authorized}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`;
  const found = await whatIsTold(async () => {
    const answer = await speak(head, '3\r\nabc\r\n', 'zzz\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
  expect(found).toEqual(told('POST', route, 499));
});

test('headers that are too long are answered on a connection that was answered before', async () => {
  const answer = await speak(
    'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET /healthz HTTP/1.1\r\nHost: x\r\n${longHeader}\r\n`,
  );
  const [first, second] = [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  expect([first, second]).toEqual(['200', '400']);
  expect(answer).toContain('header must be at most 32768 bytes');
});

test('an answer under way is not written into', async () => {
  let answerNow = () => {};
  const ping = () =>
    new Promise<void>((resolve) => {
      answerNow = resolve;
    });
  const slow = await runService({ store: { ...service.store, ping } });
  const socket = connect(Number(new URL(slow.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const closed = once(socket, 'close');
  socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n');
  await takeTurns();
  socket.write('nonsense\r\n\r\n');
  await closed;
  answerNow();
  await slow.close();
  expect(answer).toBe('');
});

test.each([
  ['its headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\n', () => told('unknown', 'unreadable', 400)],
  ['its body', '', () => told('POST', route, 499)],
])(
  'a request that is late with %s is told so when its time is over, and not much later',
  async (what, start, expected) => {
    const text =
      what === 'its headers' ? start : `POST ${messages} HTTP/1.1\r\n${authorized}Content-Length: 100\r\n\r\nhalf`;
    // A service of their own: nobody else is to be hurried.
    const hurried = await runService({
      ...{ store: service.store, requestTimeout: 1_500 },
      env: { ASIDE_METRICS_PORT: '0' },
    });
    const began = Date.now();
    let answer = '';
    let ownTime = 0;
    const found = await whatIsTold(async () => {
      ownTime = await ownTimeOf(async () => {
        answer = await speakTo(hurried, text);
      });
    }, hurried);
    const took = Date.now() - began;
    await hurried.close();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('request must arrive within 1.5 seconds');
    expect(took).toBeGreaterThan(1_400);
    expect(ownTime).toBeLessThan(4_500);
    expect(found).toEqual(expected());
  },
);
