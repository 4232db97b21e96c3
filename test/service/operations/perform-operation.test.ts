import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../src/service/identity/caller';
import { createDirectMessageHandlers } from '../../../src/service/operations/direct-messages';
import { performOperation } from '../../../src/service/operations/perform-operation';
import type { Database } from '../../../src/service/store/engine/database';
import { openTestEngine } from '../../shared/engine/open-test-engine';
import { aDocument } from '../../shared/service/a-document';
import { openTestStore } from '../store/open-test-store';

// What operations do, with no request, no route and no server between them and whoever asks.
const cloudId = randomUUID();
let database: Database;
let handlers: ReturnType<typeof createDirectMessageHandlers>;

beforeAll(async () => {
  database = await openTestEngine();
  handlers = createDirectMessageHandlers((await openTestStore(database)).store, 0);
}, 180_000);

afterAll(() => database.close());

const aCaller = (id: string): Caller => ({
  kind: 'user',
  id,
  scopes: new Set(['participate:conversation']),
  sites: new Set([cloudId]),
  label: null,
});

type Told = Parameters<typeof performOperation>[3];

const send = (value: unknown, key: string, to = 'bob', told?: Told) =>
  performOperation(
    handlers,
    'sendDirectMessage',
    {
      caller: aCaller('alice'),
      params: { cloudId, userId: to },
      query: {},
      body: { mediaType: 'application/json', value },
      claim: { key, fingerprint: JSON.stringify(value) },
      quotas: told === undefined ? [] : [{ subject: '', limit: 1 }],
    },
    told,
  );

test('a send answers the message with the status of the table, and by the same key what it did', async () => {
  const first = await send({ body: aDocument('Once') }, 'once-1');
  expect(first).toEqual({ status: 201, value: { id: expect.any(String) }, isReplayed: false });
  expect(await send({ body: aDocument('Once') }, 'once-1')).toEqual({ ...first, isReplayed: true });
  const { value } = await performOperation(handlers, 'listDirectMessages', {
    caller: aCaller('bob'),
    params: { cloudId, userId: 'alice' },
    query: { limit: 75 },
    body: null,
    claim: null,
    quotas: [],
  });
  expect(value.values.map(({ id, text }) => [id, text])).toEqual([[first.value.id, 'Once']]);
});

test.each([
  ['another message under a used key', { body: aDocument('Else') }, 'once-1', 'bob', 'idempotency_mismatch'],
  ['a body that is none', { body: 7 }, 'wrong-1', 'bob', 'invalid_request'],
  ['a message to oneself', { body: aDocument() }, 'self-1', 'alice', 'invalid_request'],
])('%s is refused in the words of the contract', async (_, value, key, to, error) => {
  await expect(send(value, key, to)).rejects.toMatchObject({ code: error });
});

test('what a send under a quota counts to is told before its answer, which over it is a refusal', async () => {
  const counted: unknown[] = [];
  const told: Told = ([count], isTooMany) => void counted.push([count?.sends, isTooMany]);
  await send({ body: aDocument('First') }, 'count-1', 'carla', told);
  await expect(send({ body: aDocument('Second') }, 'count-2', 'carla', told)).rejects.toMatchObject({
    code: 'rate_limited',
  });
  expect(counted).toEqual([
    [1, false],
    [expect.any(Number), true],
  ]);
});
