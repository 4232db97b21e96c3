import { gzipSync } from 'node:zlib';
import { aDocument } from '../../../shared/service/a-document';
import { ask, fetchToken } from '../../../shared/service/ask';
import { runService, site, type TestService } from '../../../shared/service/running-service';

let service: TestService;
let token: string;
let send: `${string} ${string}`;

beforeAll(async () => {
  service = await runService();
  token = await fetchToken(service.url, await service.addClient());
  send = `POST ${service.url}/site/${site}/conversation/user/bob/message`;
}, 180_000);

afterAll(() => service.close());

const plain = JSON.stringify(aDocument());
const headersWith = (encoding: string) => ({ 'Content-Type': 'application/json', 'Content-Encoding': encoding });

test.each([
  ['gzip', new Uint8Array(gzipSync(plain))],
  ['br', plain],
  ['deflate', plain],
  ['zstd', plain],
  ['x-unknown', plain],
  ['identity, gzip', plain],
  ['GZIP', plain],
])('a body under %s is 415, whatever it is', async (encoding, raw) => {
  const { status, body } = await ask(send, { token, raw, headers: headersWith(encoding) });
  const field = 'header.Content-Encoding';
  expect([status, body]).toEqual([
    415,
    expect.objectContaining({ error: 'unsupported_media_type', details: [{ field, rule: expect.any(String) }] }),
  ]);
});

test.each(['identity', 'Identity', 'identity, identity'])('a body under %s is taken', async (encoding) => {
  expect((await ask(send, { token, raw: plain, headers: headersWith(encoding) })).status).toBe(201);
});

test('without a body nothing is encoded, and who is not known is told that first', async () => {
  const list = `GET ${service.url}/site/${site}/conversation` as const;
  expect((await ask(list, { token, headers: { 'Content-Encoding': 'gzip' } })).status).toBe(200);
  expect((await ask(send, { raw: plain, headers: headersWith('gzip') })).status).toBe(401);
});

test('a request for a token is refused so, too, in the words of OAuth', async () => {
  const raw = JSON.stringify({ grant_type: 'client_credentials' });
  const { status, body } = await ask(`POST ${service.url}/oauth/token`, { raw, headers: headersWith('gzip') });
  expect([status, body]).toEqual([415, expect.objectContaining({ error: 'invalid_request' })]);
});
