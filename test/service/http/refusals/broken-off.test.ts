import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { blameSender } from '../../../../src/service/http/refusals/broken-off';
import { fetchToken } from '../../../shared/service/ask';
import { runService, site, type TestService } from '../../../shared/service/running-service';
import { eventually } from '../../../shared/time/eventually';
import { takeTurns } from '../../../shared/time/take-turns';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient());
}, 180_000);

afterAll(() => service.close());

const send = `/site/${site}/conversation/user/bob/message`;

/** What the log says of a request whose sender goes away in the middle of its body. */
async function breakOff(path: string) {
  const from = service.logLines.length;
  const headers = `Host: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100`;
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
  socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n{"version":`);
  await takeTurns();
  socket.destroy();
  return eventually(() => {
    const told = service.logLines.slice(from).map((line) => JSON.parse(line));
    expect(told.map(({ msg }) => msg)).toContain('request');
    return told.map(({ level, msg, status }) => ({ level, msg, ...(status === undefined ? {} : { status }) }));
  });
}

test.each(['/oauth/token', send])('a body that was broken off is no fault of the service: POST %s', async (path) => {
  expect(await breakOff(path)).toEqual([{ level: 30, msg: 'request', status: 499 }]);
});

test('only an error of the connection is blamed on the sender, and only where they have gone', () => {
  const gone = { complete: false, destroyed: true } as IncomingMessage;
  const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  expect(blameSender(reset, gone)).toMatchObject({ code: 'invalid_request' });
  const fault = new TypeError('ours');
  expect(blameSender(fault, gone)).toBe(fault);
  for (const there of [{ complete: true }, { destroyed: false }]) {
    expect(blameSender(reset, { ...gone, ...there } as IncomingMessage)).toBe(reset);
  }
});
