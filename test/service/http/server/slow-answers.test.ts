import { connect } from 'node:net';
import type { MessageList } from '../../../../src/contract/resources';
import { fetchToken } from '../../../shared/service/ask';
import { runService, site, type TestService } from '../../../shared/service/running-service';

let kept: TestService;
let service: TestService;

/** More than all buffers between the two ends hold. */
const text = 'x'.repeat(64 * 1024 * 1024);

beforeAll(async () => {
  kept = await runService();
  const message = { id: site, text, body: null } as unknown as MessageList['values'][number];
  const readDirect = async (): Promise<MessageList> => ({ values: [message], before: null, after: null });
  service = await runService({ store: { ...kept.store, readDirect }, requestTimeout: 1_500 });
}, 180_000);

afterAll(async () => {
  await service.close();
  await kept.close();
});

test('who takes an answer too slowly loses the connection at the stated time, however steadily bytes are taken', async () => {
  const token = await fetchToken(service.url, await service.addClient());
  const began = performance.now();
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(
    `GET /site/${site}/conversation/user/bob/message HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  );
  let taken = 0;
  // A little at a time, so that the connection is never idle.
  const reader = setInterval(() => {
    taken += socket.read(1_000)?.length ?? 0;
  }, 20);
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!service.logLines.join('').includes('"status":499')) return;
      clearInterval(look);
      resolve();
    }, 20);
  });
  clearInterval(reader);
  socket.destroy();
  expect(taken).toBeGreaterThan(1_000);
  expect(performance.now() - began).toBeGreaterThanOrEqual(1_400);
});

test('who takes a long answer in time has all of it', async () => {
  const token = await fetchToken(service.url, await service.addClient());
  const answer = await fetch(`${service.url}/site/${site}/conversation/user/bob/message`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect((await answer.text()).length).toBeGreaterThan(text.length);
});
