import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { runService, type TestService } from '../../shared/service/running-service';

let service: TestService;

beforeAll(async () => {
  service = await runService();
}, 180_000);

afterAll(() => service.close());

async function measure(work: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await work();
  return Date.now() - began;
}

test('a connection on which nothing was asked does not hold up the end', async () => {
  const ending = await runService({ store: service.store });
  const socket = connect(Number(new URL(ending.url).port), '127.0.0.1');
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  expect(await measure(() => ending.close())).toBeLessThan(5_000);
  await closed;
}, 180_000);

test('nor does one that its client would keep after an answer that was under way', async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const ending = await runService({ store: { ...service.store, ping: () => finished } });
  const agent = new Agent({ keepAlive: true });
  const asked = request(`${ending.url}/readyz`, { agent });
  const answered = once(asked, 'response');
  asked.end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const closed = ending.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  finish();
  const [response] = await answered;
  response.resume();
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close']);
  expect(await measure(() => closed)).toBeLessThan(5_000);
  agent.destroy();
}, 180_000);
