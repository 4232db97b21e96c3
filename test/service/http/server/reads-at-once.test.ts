import { connect } from 'node:net';
import type { MessageList } from '../../../../src/contract/resources';
import { ask, fetchToken } from '../../../shared/service/ask';
import { runService, site, type TestService } from '../../../shared/service/running-service';
import { eventually } from '../../../shared/time/eventually';

let kept: TestService;
let service: TestService;
let token: string;
/** Lets the reads of history that are under way go on, one after the other. */
const held: (() => void)[] = [];

beforeAll(async () => {
  kept = await runService();
  const readDirect = async (): Promise<MessageList> => {
    await new Promise<void>((resolve) => held.push(resolve));
    return { values: [], before: null, after: null };
  };
  const env = { ASIDE_READS_AT_ONCE: '1', ASIDE_METRICS_PORT: '0' };
  service = await runService({ env, store: { ...kept.store, readDirect } });
  token = await fetchToken(service.url, await service.addClient());
}, 180_000);

afterAll(async () => {
  await service.close();
  await kept.close();
});

test('of ten reads of messages one is under way, eight wait, one is told to come again; all else goes on', async () => {
  const conversations = `${service.url}/site/${site}/conversation`;
  const reads = Array.from({ length: 10 }, () => ask(`GET ${conversations}/user/bob/message`, { token }));
  const refused = await Promise.race(reads);
  expect(refused).toMatchObject({ status: 503, body: { error: 'unavailable' } });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(held).toHaveLength(1);
  expect((await ask(`GET ${conversations}/${site}/roster`, { token })).status).toBe(404);
  const release = setInterval(() => held.shift()?.(), 1);
  const answers = await Promise.all(reads);
  clearInterval(release);
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 503]);
  expect(service.logLines.join('')).not.toContain('"fault"');
  const metrics = await (await fetch(service.metricsUrl ?? '')).text();
  expect(metrics).toContain('\naside_refused_reads_total 1\n');
});

test('who goes away gives its place back once nothing is read for it any more, and not before', async () => {
  const conversations = `${service.url}/site/${site}/conversation`;
  const gone = new AbortController();
  const headers = { Authorization: `Bearer ${token}` };
  const closed = fetch(`${conversations}/user/bob/message`, { headers, signal: gone.signal }).catch(() => 'gone');
  while (held.length === 0) await new Promise(setImmediate);
  gone.abort();
  expect(await closed).toBe('gone');
  while (!service.logLines.join('').includes('"status":499')) await new Promise(setImmediate);
  const next = ask(`GET ${conversations}/user/bob/message`, { token });
  const first = await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))]);
  expect([first, held.length]).toEqual(['waits', 1]);
  held.shift()?.();
  while (held.length === 0) await new Promise(setImmediate);
  held.shift()?.();
  expect((await next).status).toBe(200);
});

test('who breaks a connection off with several reads on it gives back the places of all of them', async () => {
  const target = `/site/${site}/conversation/user/bob/message`;
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`.repeat(4));
  await eventually(() => expect(held).toHaveLength(1));
  socket.destroy();
  const release = setInterval(() => held.shift()?.(), 1);
  const again = await ask(`GET ${service.url}${target}`, { token });
  clearInterval(release);
  expect(again.status).toBe(200);
});
