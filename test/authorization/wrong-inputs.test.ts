import type { DescribedOperation } from '../../src/contract/operation';
import type { OperationName } from '../../src/contract/operations';
import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken, type Question } from '../shared/service/ask';
import { otherSite, runService, site, type TestService } from '../shared/service/running-service';
import { everyOperation, type PathIds, rightBody, targetOf } from './right-request';

let service: TestService;
let alice: { id: string; token: string };
let bob: { id: string; token: string };
let carol: { id: string; token: string };
let operator: { token: string };
let message: string;
let before: unknown;

const messages = (other: { id: string }) => `${service.url}/site/${site}/conversation/user/${other.id}/message`;

/** All that alice can see. */
const readAll = async () => [
  (await ask(`GET ${service.url}/site/${site}/conversation?expand=activity`, { token: alice.token })).body,
  (await ask(`GET ${messages(bob)}`, { token: alice.token })).body,
];

const aCaller = async (changes: Parameters<TestService['addClient']>[0] = {}) => {
  const client = await service.addClient(changes);
  return { id: `client:${client.id}`, token: await fetchToken(service.url, client) };
};

beforeAll(async () => {
  service = await runService();
  alice = await aCaller({ sites: [site, otherSite] });
  bob = await aCaller();
  carol = await aCaller();
  operator = await aCaller({ scopes: ['operate:site'] });
  const sent = await ask(`POST ${messages(bob)}`, { token: alice.token, json: aDocument('hers') });
  message = (sent.body as { id: string }).id;
  before = await readAll();
}, 600_000);

// Whatever a test of this suite sends is refused, and changes nothing.
afterEach(async () => expect(await readAll()).toEqual(before));
afterAll(() => service.close());

const target = (id: OperationName, ids: Partial<PathIds> = {}) =>
  targetOf(service.url, id, { cloudId: site, userId: bob.id, messageId: message, conversationId: message, ...ids });
const operates = ({ scopes }: DescribedOperation) => scopes.includes('operate:site');
/** Who has the scope, and on this site alone. */
const entitled = (operation: DescribedOperation) => (operates(operation) ? operator : bob);
const word = async (where: `${string} ${string}`, question: Question) => {
  const { status, headers, body } = await ask(where, question);
  const refusal = body as Record<string, unknown>;
  expect(refusal).toMatchObject({ statusCode: status, code: status, requestId: headers.get('x-request-id') });
  expect(refusal['message']).toMatch(/^[A-Z]/);
  return [status, refusal['error']];
};

// What is not named stays as it is.
const mayBeEmpty: readonly string[] = ['setPreference'];
const withBody = everyOperation.filter(([, { body }]) => body);
const having = (name: keyof PathIds) => everyOperation.filter(([, { params }]) => name in params.properties);
const addressing = (part: string) => everyOperation.filter(([, { path }]) => path.includes(part));

describe.each(everyOperation)('%s', (id, operation) => {
  test('refuses a request without a token', async () => {
    expect(await word(target(id), rightBody(id))).toEqual([401, 'unauthorized']);
  });

  test('refuses a token without the scope', async () => {
    const { token } = operates(operation) ? alice : operator;
    expect(await word(target(id), { ...rightBody(id), token })).toEqual([401, 'scope_missing']);
  });
});

describe.each(having('cloudId'))('%s', (id, operation) => {
  const from = () => ({ ...rightBody(id), token: entitled(operation).token });

  test('refuses a site that the token does not reach', async () => {
    expect(await word(target(id, { cloudId: otherSite }), from())).toEqual([403, 'forbidden']);
  });

  test('refuses what is not the id of a site', async () => {
    expect(await word(target(id, { cloudId: 'acme' }), from())).toEqual([400, 'invalid_request']);
  });
});

describe.each(having('userId'))('%s', (id, operation) => {
  test('refuses what is not an account id', async () => {
    const question = { ...rightBody(id), token: entitled(operation).token };
    expect(await word(target(id, { userId: 'a%20b' }), question)).toEqual([400, 'invalid_request']);
  });
});

describe.each([...addressing('/user/'), ...addressing('/block/')])('%s', (id) => {
  test("refuses one's own account", async () => {
    const question = { ...rightBody(id), token: alice.token };
    expect(await word(target(id, { userId: alice.id }), question)).toEqual([400, 'invalid_request']);
  });
});

describe.each(having('conversationId'))('%s', (id) => {
  test('refuses what is not the id of a conversation, and does not find another', async () => {
    const question = { ...rightBody(id, message), token: alice.token };
    expect(await word(target(id, { conversationId: '1' }), question)).toEqual([400, 'invalid_request']);
    expect(await word(target(id), question)).toEqual([404, 'not_found']);
  });
});

describe.each(having('messageId'))('%s', (id) => {
  test('refuses what is not the id of a message, and does not find an unknown one', async () => {
    const question = { ...rightBody(id), token: alice.token };
    expect(await word(target(id, { messageId: '1' }), question)).toEqual([400, 'invalid_request']);
    expect(await word(target(id, { messageId: site }), question)).toEqual([404, 'not_found']);
  });
});

const ofDirectMessage = addressing('/user/{userId}/message/{messageId}');

describe.each(ofDirectMessage.filter(([, { path }]) => path.endsWith('{messageId}')))('%s', (id) => {
  test("refuses the other end's message", async () => {
    const question = { ...rightBody(id), token: bob.token };
    expect(await word(target(id, { userId: alice.id }), question)).toEqual([403, 'forbidden']);
  });
});

describe.each(ofDirectMessage)('%s', (id) => {
  const from = (caller: { token: string }) => ({ ...rightBody(id), token: caller.token });

  test('does not find a message of a conversation between others', async () => {
    expect(await word(target(id), from(carol))).toEqual([404, 'not_found']);
    expect(await word(target(id, { userId: alice.id }), from(carol))).toEqual([404, 'not_found']);
  });

  test("does not find the message under another person's path or another site", async () => {
    expect(await word(target(id, { userId: carol.id }), from(alice))).toEqual([404, 'not_found']);
    expect(await word(target(id, { cloudId: otherSite }), from(alice))).toEqual([404, 'not_found']);
  });
});

describe.each(withBody)('%s', (id, operation) => {
  const refuse = (raw: Question['raw'], type = 'application/json') =>
    word(target(id), {
      ...(raw === undefined ? {} : { raw }),
      token: operates(operation) ? operator.token : alice.token,
      headers: { 'Content-Type': type },
    });

  const wrong: [string, Question['raw']][] = [
    ['no body', undefined],
    ['what is not JSON', '{"body":'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['wrong types', '{"body":"text","name":7,"type":"doc","version":"1"}'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ];
  test.each(wrong.filter(([, raw]) => raw !== '{}' || !mayBeEmpty.includes(id)))('refuses %s', async (_name, raw) => {
    expect(await refuse(raw)).toEqual([400, 'invalid_request']);
  });

  test('refuses a body of a type that it does not take', async () => {
    expect(await refuse('<p/>', 'text/html')).toEqual([415, 'unsupported_media_type']);
    expect(await refuse('a=1', 'application/x-www-form-urlencoded')).toEqual([415, 'unsupported_media_type']);
    expect(await refuse('{}', ';')).toEqual([415, 'unsupported_media_type']);
  });

  test('refuses a body that is too large or nested too deep', async () => {
    expect(await refuse(`"${'a'.repeat(400 * 1024)}"`)).toEqual([413, 'too_large']);
    expect(await refuse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([413, 'too_large']);
  });
});
