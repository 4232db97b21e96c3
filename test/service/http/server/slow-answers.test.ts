import { type AddressInfo, connect } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { endSlowAnswers } from '../../../../src/service/http/server/end-slow-answers';

/** More than all buffers between the two ends hold. */
const text = 'x'.repeat(64 * 1024 * 1024);

let app: FastifyInstance;

afterEach(() => app.close());

/** Answers the text, which has to be taken within so many milliseconds: its port. */
async function listen(within: number): Promise<number> {
  app = fastify({ forceCloseConnections: true });
  endSlowAnswers(app, within);
  app.get('/', async () => text);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return (app.server.address() as AddressInfo).port;
}

test('who takes an answer too slowly loses the connection at the stated time, however steadily bytes are taken', async () => {
  const port = await listen(1_000);
  const closed = new Promise<void>((resolve) => {
    app.server.on('connection', (socket) => socket.once('close', resolve));
  });
  const began = performance.now();
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  // A little at a time, so that the connection is never idle.
  const reader = setInterval(() => void socket.read(1_000), 20);
  await closed;
  clearInterval(reader);
  socket.destroy();
  expect(performance.now() - began).toBeGreaterThanOrEqual(1_000);
}, 60_000);

test('who takes a long answer in time has all of it', async () => {
  const answer = await fetch(`http://127.0.0.1:${await listen(60_000)}/`);
  expect((await answer.text()).length).toBe(text.length);
}, 60_000);
