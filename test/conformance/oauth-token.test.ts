import { ask } from '../shared/service/ask';
import { startTwoClients, type TwoClients } from './two-clients';

let two: TwoClients;

beforeAll(async () => {
  two = await startTwoClients();
}, 600_000);

afterAll(() => two.service.close());

describe('POST /oauth/token', () => {
  test('it answers as RFC 6749 says, and nothing keeps the answer', async () => {
    const client = await two.service.addClient();
    const { status, headers, body } = await ask(`POST ${two.base}/oauth/token`, {
      raw: `grant_type=client_credentials&client_id=${client.id}&client_secret=${client.secret}&audience=api.atlassian.com`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: 'null' },
    });
    expect(status).toBe(200);
    expect([headers.get('cache-control'), headers.get('pragma')]).toEqual(['no-store', 'no-cache']);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'participate:conversation manage:conversation',
    });
  });

  test('a token is for the scopes that are asked for, and one that was not granted is 400 invalid_scope', async () => {
    const { id, secret } = await two.service.addClient();
    const askFor = (scope: string) =>
      ask(`POST ${two.base}/oauth/token`, {
        json: { grant_type: 'client_credentials', client_id: id, client_secret: secret, scope },
      });
    const narrow = await askFor('participate:conversation');
    expect([narrow.status, narrow.body]).toEqual([200, expect.objectContaining({ scope: 'participate:conversation' })]);
    const { access_token: token } = narrow.body as { access_token: string };
    expect((await ask(`GET ${two.conversations}`, { token })).status).toBe(200);
    const creation = await ask(`POST ${two.conversations}`, { token, json: { name: 'Release' } });
    expect([creation.status, creation.body]).toEqual([401, expect.objectContaining({ error: 'scope_missing' })]);
    const wide = await askFor('participate:conversation operate:site');
    expect([wide.status, wide.body]).toEqual([400, { error: 'invalid_scope', error_description: expect.any(String) }]);
  });

  test('a wrong secret is 401 invalid_client, and with HTTP Basic it names that', async () => {
    const json = { grant_type: 'client_credentials', client_id: 'x', client_secret: 'y' };
    const inBody = await ask(`POST ${two.base}/oauth/token`, { json });
    expect([inBody.status, inBody.body]).toEqual([401, expect.objectContaining({ error: 'invalid_client' })]);
    const inHeader = await ask(`POST ${two.base}/oauth/token`, {
      json: { grant_type: 'client_credentials' },
      headers: { Authorization: `Basic ${btoa('x:y')}` },
    });
    expect([inHeader.status, inHeader.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="aside"']);
  });

  test.each([
    ['a type that it does not take', { raw: '<a/>', headers: { 'Content-Type': 'text/xml' } }],
    ['no body', {}],
    [
      'a parameter twice',
      {
        raw: 'grant_type=client_credentials&client_id=x&client_secret=y&client_secret=z',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
    ],
    ['too much of it', { raw: 'a'.repeat(20_000), headers: { 'Content-Type': 'application/json' } }],
  ])('%s is 400 invalid_request', async (_, question) => {
    const { status, body } = await ask(`POST ${two.base}/oauth/token`, question);
    expect([status, body]).toEqual([400, { error: 'invalid_request', error_description: expect.any(String) }]);
  });
});
