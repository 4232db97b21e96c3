import { createConversationClient } from '../../src/app/client/conversation-client';
import { hasFeature } from '../../src/app/client/has-feature';
import { aDocument } from '../shared/service/a-document';
import { ask } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';
import { idOf } from './two-clients';

jest.setTimeout(600_000);

let forge: ForgeSigner;
let service: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({ env: forge.env });
});

afterAll(async () => {
  await service.close();
  await forge.close();
});

const params = { cloudId: site };

describe('a service answers an app of the release before', () => {
  /** As that app asks: it names nobody where it speaks for itself. */
  async function as(person: string | null, target: `${string} ${string}`, json?: unknown) {
    const [method, path] = target.split(' ');
    const headers: Record<string, string> = person === null ? {} : { 'Aside-Account-Id': person };
    const question = { token: await forge.sign(), headers, ...(json !== undefined && { json }) };
    return ask(`${method} ${service.url}/site/${site}${path}`, question);
  }

  test('reading, choices, rules and what the app asks are as they were', async () => {
    const sent = await as('ann', 'POST /conversation/user/bea/message', {
      body: aDocument(),
      issue: { id: '10001', key: 'WEB-1' },
    });
    expect(sent.status).toBe(201);
    const conversation = idOf(await as('bea', 'GET /conversation/user/ann'));
    const read = { messageId: idOf(sent) };
    expect((await as('bea', `PUT /conversation/${conversation}/read`, read)).status).toBe(204);
    const { body } = await as('ann', 'GET /conversation?expand=activity');
    expect(body).toMatchObject({
      values: [{ unreadCount: 0, readBy: [{ userId: 'bea', messageId: read.messageId }] }],
    });
    const preference = { receipts: true, notices: { person: true, rule: true, client: false } };
    expect((await as('bea', 'PUT /preference', preference)).status).toBe(200);
    const rule = { body: aDocument(), origin: { kind: 'rule', label: 'Overdue' } };
    expect((await as(null, 'POST /conversation/user/bea/message', rule)).status).toBe(201);
    const unread = await as(null, 'GET /unread?limit=75');
    expect(unread.body).toMatchObject({
      values: [{ user: { id: 'bea' }, type: 'direct', first: { issue: null, origin: { kind: 'rule' } } }],
    });
    expect((await as(null, 'GET /health')).body).toMatchObject({ store: service.store.kind, limits: {} });
  });
});

describe("the app's client works with a service of the release before", () => {
  /** Members and operations that came with this release, taken away. */
  const newMembers = new Set([
    'features',
    'account',
    'unreadAfter',
    'publicFrom',
    'notice',
    'reactions',
    'later',
    'hasDraft',
    'mentioned',
    'mentionsPassMute',
    ...['enterSends', 'quiet', 'away', 'heldUntil'],
  ]);
  const takeAway = (text: string) =>
    JSON.stringify(JSON.parse(text), (name, value: unknown) => (newMembers.has(name) ? undefined : value));

  const clientOf = (person: string | null) =>
    createConversationClient({
      fetch: async (path, request) => {
        const speaker: Record<string, string> =
          person === null ? { 'Aside-Speaks-As': 'app' } : { 'Aside-Account-Id': person };
        const headers = { ...request.headers, Authorization: `Bearer ${await forge.sign()}`, ...speaker };
        const isNew = /\/(unread|draft|audit|reaction\/.*)$/.test(path) && request.method === 'PUT';
        const target = isNew ? `${service.url}/nowhere` : `${service.url}${path}`;
        const answer = await fetch(target, { ...request, headers, signal: AbortSignal.timeout(10_000) });
        const text = await answer.text();
        return {
          status: answer.status,
          headers: answer.headers,
          text: async () => (text === '' ? text : takeAway(text)),
        };
      },
    });

  test('it reads what came, knows no features, and is told what is not there', async () => {
    const [app, cem, dan] = [clientOf(null), clientOf('cem'), clientOf('dan')];
    const health = await app.getHealth({ params });
    expect(health.features).toBeUndefined();
    expect(hasFeature(health, 'read-by-issue')).toBe(false);
    expect(hasFeature({ features: ['read-by-issue', 'of-a-later-release'] }, 'read-by-issue')).toBe(true);
    const { id } = await cem.sendDirectMessage({ params: { ...params, userId: 'dan' }, body: { body: aDocument() } });
    const { values } = await app.listUnread({ params });
    expect(values.find(({ user }) => user.id === 'dan')).toMatchObject({ first: { id, origin: { kind: 'person' } } });
    const [own] = (await dan.listConversations({ params, query: { expand: 'activity' } })).values;
    expect(own).toMatchObject({ unreadCount: 1 });
    const there = { params: { ...params, conversationId: own?.id ?? '' }, body: { messageId: id } };
    await expect(dan.markUnread(there)).rejects.toMatchObject({ error: 'not_found' });
    await dan.markRead(there);
    expect((await dan.listConversations({ params, query: { expand: 'activity' } })).values[0]?.unreadCount).toBe(0);
  });
});
