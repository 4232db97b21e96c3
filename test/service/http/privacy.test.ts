import { aDocument } from '../../shared/service/a-document';
import { ask, fetchToken } from '../../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { runService, site, type TestService } from '../../shared/service/running-service';

const alice = '557058:alice-0af0d89e';
const bob = '557058:bob-8f20d6b4';
const mail = 'bob@example.com';
const words = 'the quarterly figures';
const key = 'key-of-alice';

let forge: ForgeSigner;
let service: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({
    env: {
      ...forge.env,
      ASIDE_SITES: `${site}=Acme`,
      ASIDE_LOG_LEVEL: 'trace',
    },
  });
}, 600_000);

afterAll(async () => {
  await service.close();
  await forge.close();
});

test('no words, tokens, secrets, accounts, sites or mail addresses are in the log at its most talkative, whatever is asked and refused', async () => {
  const client = await service.addClient({ name: `Bot of ${mail}` });
  const tokens = [await fetchToken(service.url, client), await forge.sign()];
  const [oauth, fit] = tokens;
  const list = `${service.url}/site/${site}/conversation`;
  const asAlice = { token: fit ?? '', headers: { 'Aside-Account-Id': alice, 'Idempotency-Key': key } };
  const messages = `${list}/user/${bob}/message`;
  const sent = await ask(`POST ${messages}`, { ...asAlice, json: aDocument(`${words} for ${mail}`) });
  const { id } = sent.body as { id: string };
  const statuses = [
    sent,
    await ask(`PUT ${messages}/${id}`, { ...asAlice, json: aDocument(words) }),
    await ask(`GET ${messages}?afterMessage=x`, asAlice),
    await ask(`GET ${list}?query=${encodeURIComponent(words)}&user=${bob}`, asAlice),
    await ask(`POST ${list}`, {
      ...asAlice,
      headers: { 'Aside-Account-Id': alice },
      json: { name: words, topic: mail },
    }),
    await ask(`POST ${messages}`, {
      ...asAlice,
      raw: `{"body": "${words}`,
      headers: { 'Content-Type': 'application/json' },
    }),
    await ask(`GET ${list}/user/${encodeURIComponent(mail)}`, { token: oauth ?? '' }),
    await ask(`GET ${list}/%zz/${bob}`, { token: oauth ?? '' }),
    await ask(`GET ${service.url}/${bob}/${mail}`),
    await ask(`GET ${list}`, { token: `${oauth}x` }),
    await ask(`POST ${service.url}/oauth/token`, {
      json: { grant_type: 'client_credentials', client_id: client.id, client_secret: `${client.secret}x` },
    }),
    await ask(`DELETE ${messages}/${id}`, asAlice),
  ].map(({ status }) => status);
  expect(statuses).toEqual([201, 200, 400, 200, 201, 400, 400, 400, 404, 401, 401, 204]);

  // Every one of them has its line, those that cannot be read as well.
  const lines = service.logLines.filter((line) => JSON.parse(line).msg === 'request');
  expect(lines).toHaveLength(statuses.length + 1);
  expect(lines.map((line) => JSON.parse(line).route)).toContain('unreadable');
  const log = service.logLines.join('');
  const secrets = [alice, bob, mail, words, key, client.secret, client.id, site, id, ...tokens];
  for (const secret of secrets) {
    for (const form of [secret, encodeURIComponent(secret)]) expect(log).not.toContain(form);
  }
});

test('a process that starts says nothing on standard error', async () => {
  const said: unknown[] = [];
  const listen = (warning: Error) => said.push(warning.message);
  process.on('warning', listen);
  const other = await runService({ store: service.store });
  await other.close();
  await new Promise(setImmediate);
  process.off('warning', listen);
  expect(said).toEqual([]);
});
