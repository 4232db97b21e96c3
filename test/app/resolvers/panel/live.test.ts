import { liveChannel } from '../../../../src/app/definitions';
import { ownTimeOf } from '../../../shared/time/own-time';
import { alice, bob, FakeJira } from '../../fake-jira';
import { ForgeRuntime } from '../../forge-runtime';

const conversationId = '01890000-0000-7000-9000-000000000001';
let forge: ForgeRuntime;

beforeEach(() => {
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, async () => Response.json({ id: '01890000-0000-7000-8000-000000000001' }));
});

test('a token hears the hints of whom the platform names, and publishes none', async () => {
  const payload = { accountId: bob.accountId };
  const answer = await forge.invoke(alice.accountId, 'live', payload, { accountId: bob.accountId, extension: {} });
  expect(answer).toMatchObject({ ok: true, token: expect.any(String) });
  expect(forge.realtime.signed).toEqual([{ claims: { accountId: alice.accountId }, permissions: ['subscribe'] }]);
  expect(answer.ok && answer.expiresAt).toBeGreaterThan(Date.now() / 1000);
});

it.each([429, 500])('where the platform gives none, the view learns that there is none: %d', async (status) => {
  forge.realtime.failsWith = status;
  expect(await forge.invoke(alice.accountId, 'live')).toEqual({
    ok: true,
    token: null,
    expiresAt: 0,
    isBusy: status === 429,
  });
});

test('nobody who is not logged in gets one', async () => {
  const answer = await forge.invoke('unidentified', 'live');
  expect(answer).toEqual({ ok: false, problem: { code: 'not_logged_in' } });
  expect(forge.realtime.signed).toEqual([]);
});

describe('what happens to a message is hinted', () => {
  const heard = () => forge.realtime.published.map(({ claims }) => (claims as { accountId: string }).accountId).sort();

  beforeEach(() => {
    forge.remote = async ({ method, path }) =>
      method === 'DELETE'
        ? new Response(null, { status: 204 })
        : path.includes('?')
          ? Response.json({ values: [{ id: conversationId }], cursor: '', limit: 1, size: 1 })
          : Response.json({ id: '01890000-0000-7000-8000-000000000001' }, { status: method === 'POST' ? 201 : 200 });
  });

  test('to the receiver and to the sender’s other views when it is sent, without words', async () => {
    await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Secret', key: 'k' });
    expect(heard()).toEqual([alice.accountId, bob.accountId].sort());
    expect(forge.realtime.published).toContainEqual({
      channel: liveChannel,
      payload: { conversationId: null, issueId: '10001' },
      isGlobal: true,
      claims: { accountId: bob.accountId },
    });
    expect(JSON.stringify([forge.realtime.published, forge.queue.pushed])).not.toContain('Secret');
  });

  test('to the other end when it is edited or deleted, and nothing is pushed', async () => {
    const message = { with: bob.accountId, id: '01890000-0000-7000-8000-000000000001' };
    await forge.invoke(alice.accountId, 'edit', { ...message, text: 'New' });
    await forge.invoke(alice.accountId, 'remove', message);
    expect(heard()).toEqual([bob.accountId, bob.accountId]);
    expect(forge.queue.pushed).toEqual([]);
  });

  test('to nobody when what is deleted was deleted before', async () => {
    const id = '01890000-0000-7000-8000-000000000001';
    const message = { id, sender: { id: alice.accountId }, deletedAt: '2026-03-04T06:00:00.000Z' };
    forge.remote = async ({ method, path }) => {
      if (method === 'DELETE') {
        return Response.json({ error: 'not_found', message: 'Gone', requestId: 'r' }, { status: 404 });
      }
      const isList = path.includes('?');
      return Response.json(isList ? { values: [{ id: conversationId }], cursor: '', limit: 1, size: 1 } : message);
    };
    expect(await forge.invoke(alice.accountId, 'remove', { with: bob.accountId, id })).toMatchObject({ ok: true });
    const inInbox = await forge.invoke(alice.accountId, 'remove', { conversationId, id });
    expect(inInbox).toMatchObject({ ok: true });
    expect(heard()).toEqual([]);
  });

  describe('in the inbox, to the others', () => {
    const messageId = '01890000-0000-7000-8000-000000000001';
    const change = async () => {
      const edit = { conversationId, id: messageId, text: 'New' };
      expect(await forge.invoke(alice.accountId, 'edit', edit)).toMatchObject({ ok: true });
      const remove = { conversationId, id: messageId };
      expect(await forge.invoke(alice.accountId, 'remove', remove)).toMatchObject({ ok: true });
    };
    const answerAs = (conversation: object, members: readonly string[]) => {
      forge.remote = async ({ method, path }) => {
        if (method === 'DELETE') return new Response(null, { status: 204 });
        if (path.endsWith('/roster')) return Response.json({ values: members });
        if (path.endsWith(conversationId)) return Response.json({ id: conversationId, ...conversation });
        return Response.json({ id: messageId, issue: null });
      };
    };

    test('of a direct conversation when a message is edited or deleted, and nothing is pushed', async () => {
      answerAs({ type: 'direct', user: { id: bob.accountId } }, []);
      await change();
      expect(heard()).toEqual([bob.accountId, bob.accountId]);
      expect(forge.realtime.published[0]?.payload).toEqual({ conversationId, issueId: null });
      expect(forge.queue.pushed).toEqual([]);
    });

    test('of a group on one channel of its own, however many they are', async () => {
      const others = Array.from({ length: 499 }, (_, n) => `557058:${n}`);
      answerAs({ type: 'group' }, [alice.accountId, ...others]);
      await change();
      const hint = { channel: liveChannel, payload: { conversationId, issueId: null }, isGlobal: true };
      expect(forge.realtime.published).toEqual(Array(2).fill({ ...hint, claims: { conversationId } }));
    });

    test('and the change is none the worse where it cannot be found out who they are', async () => {
      answerAs({ type: 'group' }, []);
      const { remote } = forge;
      forge.remote = async (request) =>
        request.path.endsWith(conversationId) ? new Response(null, { status: 502 }) : remote(request);
      await change();
      expect(heard()).toEqual([]);
    });
  });

  test('and a send is none the worse for a platform that takes neither hint nor push, and says so by id alone', async () => {
    const warnings: unknown[][] = [];
    jest.spyOn(console, 'warn').mockImplementation((...words) => void warnings.push(words));
    forge.realtime.failsWith = 429;
    forge.queue.refusesWith = 500;
    const answer = await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Secret', key: 'k' });
    expect(answer).toMatchObject({ ok: true });
    // Of the hints, however many there are, and of the push.
    expect(warnings).toHaveLength(2);
    expect(JSON.stringify(warnings)).not.toMatch(/Secret|Bob|Alice|557058/);
    jest.restoreAllMocks();
  });

  test('and a send waits no longer than a moment for a platform that does not answer', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    forge.faults.of.realtime = () => new Promise(() => undefined);
    const took = await ownTimeOf(async () => {
      const answer = await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k' });
      expect(answer).toMatchObject({ ok: true });
    });
    expect(took).toBeLessThan(3_000);
    jest.restoreAllMocks();
  });
});

test('a group’s channel is for who is in it, asked each time', async () => {
  let members = [alice.accountId];
  forge.remote = async () => Response.json({ values: members });
  expect(await forge.invoke(alice.accountId, 'live', { conversationId })).toMatchObject({ token: expect.any(String) });
  expect(forge.realtime.signed).toEqual([{ claims: { conversationId }, permissions: ['subscribe'] }]);
  members = [bob.accountId];
  const problem = { code: 'gone' };
  expect(await forge.invoke(alice.accountId, 'live', { conversationId })).toEqual({ ok: false, problem });
  forge.remote = async () => Response.json({ error: 'not_found', message: 'x', requestId: 'r' }, { status: 404 });
  expect(await forge.invoke(alice.accountId, 'live', { conversationId })).toMatchObject({ ok: false, problem });
  expect(forge.realtime.signed).toHaveLength(1);
});

test('that nobody listens is no failure', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  forge.remote = async () => Response.json({ id: '01890000-0000-7000-8000-000000000001' }, { status: 201 });
  await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k' });
  expect(forge.realtime.published).toHaveLength(2);
  expect(warn).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});
