import { randomUUID } from 'node:crypto';
import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { runService, site, type TestService } from '../../shared/service/running-service';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient());
}, 600_000);

afterAll(() => service.close());

/** Twice under one key: how the second one went. */
async function repeat(first: { query?: string; type: string }, second: { query?: string; type: string }) {
  const key = randomUUID();
  const send = ({ query = '', type }: { query?: string; type: string }) =>
    ask(`POST ${service.url}/site/${site}/conversation/user/bob/message${query}`, {
      ...{ token, headers: { 'Content-Type': type, 'Idempotency-Key': key } },
      raw: JSON.stringify(aDocument()),
    });
  await send(first);
  const { status, headers } = await send(second);
  return [status, headers.get('idempotency-replayed')];
}

test.each([
  ['parameters of the media type', {}, { type: 'application/json; charset=utf-8' }],
  ['its case', {}, { type: 'Application/JSON' }],
  ['a parameter that nobody knows', {}, { query: '?utm=1' }],
  ['the order of parameters', { query: '?issueId=1&issueKey=A-1' }, { query: '?issueKey=A-1&issueId=1' }],
])('%s makes no other request under a key', async (_, first, second) => {
  const type = 'query' in first ? 'text/plain' : 'application/json';
  expect(await repeat({ type, ...first }, { type, ...second })).toEqual([201, 'true']);
});

test.each([
  ['another media type', {}, { type: 'text/plain' }],
  ['another issue', { query: '?issueId=1&issueKey=A-1' }, { query: '?issueId=2&issueKey=A-1' }],
])('%s makes another request', async (_, first, second) => {
  const type = 'query' in first ? 'text/plain' : 'application/json';
  expect(await repeat({ type, ...first }, { type, ...second })).toEqual([422, null]);
});
