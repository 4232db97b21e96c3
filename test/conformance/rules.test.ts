import { aDocument } from '../shared/service/a-document';
import { type Answer, ask, fetchToken } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';
import { idOf } from './two-clients';

jest.setTimeout(600_000);

let forge: ForgeSigner;
let service: TestService;
let limited: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({ env: forge.env });
  limited = await runService({ env: { ...forge.env, ASIDE_RATE_SENDS_ACCOUNT: '2', ASIDE_RATE_SENDS_CLIENT: '50' } });
});

afterAll(async () => {
  await service.close();
  await limited.close();
  await forge.close();
});

/** As a person, or as the app itself. */
async function as(person: string | null, target: `${string} ${string}`, json?: unknown, at = service): Promise<Answer> {
  const [method, path] = target.split(' ');
  const headers = person === null ? { 'Aside-Speaks-As': 'app' } : { 'Aside-Account-Id': person };
  const question = { token: await forge.sign(), headers, ...(json !== undefined && { json }) };
  return ask(`${method} ${at.url}/site/${site}${path}`, question);
}

const rule = (label: string | null, account?: string | null) => ({
  kind: 'rule',
  label,
  ...(account !== undefined && { account }),
});
const send = (to: string, origin: object, { from = null as string | null, at = service } = {}) =>
  as(from, `POST /conversation/user/${to}/message`, { body: aDocument(), origin }, at);
const latest = async (reader: string | null, other: string) => {
  const { body } = await as(reader, `GET /conversation/user/${other}/message`);
  return (body as { values: { sender: { id: string }; origin: object }[] }).values.at(-1);
};
const refusal = (error: string, field?: string) =>
  expect.objectContaining({ error, ...(field && { details: [{ field, rule: expect.any(String) }] }) });

describe('what a rule sends', () => {
  test('carries the rule’s name and the account whose rule it is, null where the app does not say', async () => {
    expect((await send('ada', rule('Overdue', 'carla'))).status).toBe(201);
    expect((await latest(null, 'ada'))?.origin).toEqual({ kind: 'rule', label: 'Overdue', account: 'carla' });
    for (const origin of [rule('Overdue'), rule('Overdue', null)]) {
      await send('ada', origin);
      expect((await latest(null, 'ada'))?.origin).toEqual({ kind: 'rule', label: 'Overdue', account: null });
    }
  });

  test.each(['app:x', 'client:x', 'unidentified', 'a b', 7])('is not of the account %s: 400', async (account) => {
    const { status, body } = await send('ada', { kind: 'rule', label: null, account });
    expect([status, body]).toEqual([400, refusal('invalid_request', 'body/origin/account')]);
  });

  test('is nobody’s who was blocked by the receiver, and everybody else’s', async () => {
    await as('ben', 'PUT /block/carla');
    const barred = await send('ben', rule('HR department', 'carla'));
    expect([barred.status, barred.body]).toEqual([403, refusal('blocked')]);
    expect((await send('ben', rule('HR department', 'dora'))).status).toBe(201);
    await as('ben', 'DELETE /block/carla');
    expect((await send('ben', rule('HR department', 'carla'))).status).toBe(201);
  });

  test('is unread in a row of its own for each account', async () => {
    for (const account of ['carla', 'dora', null, 'carla']) await send('eva', rule('Due', account));
    const { body } = await as(null, 'GET /unread');
    const rows = (body as { values: { user: { id: string }; first: { origin: object } }[] }).values;
    expect(rows.filter(({ user }) => user.id === 'eva').map(({ first }) => first.origin)).toEqual([
      { kind: 'rule', account: null },
      { kind: 'rule', account: 'carla' },
      { kind: 'rule', account: 'dora' },
    ]);
  });

  test('tells no more whose it was once that account is erased, who was among the accounts until then', async () => {
    await send('fay', rule('Due', 'gone'));
    const known = async () =>
      ((await as(null, 'GET /account')).body as { values: { id: string }[] }).values.map(({ id }) => id);
    expect(await known()).toContain('gone');
    expect((await as(null, 'POST /account/gone/erase')).body).toEqual({ messages: 0, isFinished: true });
    expect((await latest('fay', (await latest(null, 'fay'))?.sender.id ?? ''))?.origin).toEqual({
      ...{ kind: 'rule', label: 'Due', account: null },
    });
  });
});

describe('whose rule it is', () => {
  test('is refused from others on ours, and left out on the seven', async () => {
    const token = await fetchToken(service.url, await service.addClient());
    const address = `${service.url}/site/${site}/conversation`;
    const json = { body: aDocument(), origin: { kind: 'client', label: null, account: 'carla' } };
    expect((await ask(`POST ${address}/user/gil/message`, { token, json })).status).toBe(201);
    const conversation = idOf(await ask(`GET ${address}/user/gil`, { token }));
    const ours = await ask(`POST ${address}/${conversation}/message`, { token, json });
    expect([ours.status, ours.body]).toEqual([400, refusal('invalid_request', 'body/origin/account')]);
    const personal = { kind: 'person', label: null, account: 'carla' };
    const sent = await send('gil', personal, { from: 'hal' });
    expect(sent.status).toBe(201);
    expect((await latest('hal', 'gil'))?.origin).toEqual({ kind: 'person', label: null });
    const own = idOf(await as('hal', 'GET /conversation/user/gil'));
    for (const target of [`POST /conversation/${own}/message`, `PUT /conversation/${own}/message/${idOf(sent)}`]) {
      const answer = await as('hal', target as `${string} ${string}`, { body: aDocument(), origin: personal });
      expect([answer.status, answer.body]).toEqual([400, refusal('invalid_request', 'body/origin/account')]);
    }
  });

  test('a person’s own message is no rule’s: 400', async () => {
    const { status, body } = await send('gil', rule('HR department'), { from: 'hal' });
    expect([status, body]).toEqual([400, refusal('invalid_request', 'body/origin/kind')]);
  });
});

test('each rule of an account counts by itself, and neither for the account nor for the app', async () => {
  const at = limited;
  const statusOf = async (origin: object) => (await send('ida', origin, { at })).status;
  expect([await statusOf(rule('Bulk', 'carla')), await statusOf(rule('Bulk', 'carla'))]).toEqual([201, 201]);
  const over = await send('ivo', rule('Bulk', 'carla'), { at });
  expect([over.status, over.body]).toEqual([429, expect.objectContaining({ code: 429, error: 'rate_limited' })]);
  expect(over.headers.get('X-RateLimit-Limit')).toBe('2');
  expect(over.headers.get('X-RateLimit-Remaining')).toBe('0');
  expect(Number(over.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await statusOf(rule('Nightly', 'carla'))).toBe(201);
  expect(await statusOf(rule('Bulk', 'dora'))).toBe(201);
  expect(await statusOf(rule('Bulk'))).toBe(201);
  const own = await as('carla', 'POST /conversation/user/ida/message', { body: aDocument() }, at);
  expect([own.status, own.headers.get('X-RateLimit-Remaining')]).toEqual([201, '1']);
});
