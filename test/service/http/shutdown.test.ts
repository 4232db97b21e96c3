import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { runService, type TestService } from '../../shared/service/running-service';
import { eventually } from '../../shared/time/eventually';
import { ownTimeOf } from '../../shared/time/own-time';

let service: TestService;

beforeAll(async () => {
  service = await runService();
}, 600_000);

afterAll(() => service.close());

/** Whether no new connection is taken. */
async function isRefused(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const isTaken = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return !isTaken;
}

test('a connection on which nothing was asked does not hold up the end', async () => {
  const ending = await runService({ store: service.store });
  const socket = connect(Number(new URL(ending.url).port), '127.0.0.1');
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  expect(await ownTimeOf(() => ending.close())).toBeLessThan(5_000);
  await closed;
}, 600_000);

test('nor does one that its client would keep after an answer that was under way', async () => {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let isUnderWay = false;
  const ping = () => {
    isUnderWay = true;
    return finished;
  };
  const ending = await runService({ store: { ...service.store, ping } });
  const agent = new Agent({ keepAlive: true });
  const asked = request(`${ending.url}/readyz`, { agent });
  const answered = once(asked, 'response');
  asked.end();
  await eventually(() => expect(isUnderWay).toBe(true));
  const closed = ending.close();
  await eventually(async () => expect(await isRefused(ending.url)).toBe(true));
  finish();
  const [response] = await answered;
  response.resume();
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close']);
  expect(await ownTimeOf(() => closed)).toBeLessThan(5_000);
  agent.destroy();
}, 600_000);
