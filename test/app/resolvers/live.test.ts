import { liveChannel } from '../../../src/app/resolvers/definitions';
import { alice, bob, carla, FakeJira } from '../fake-jira';
import { ForgeRuntime } from '../forge-runtime';

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
  expect(await forge.invoke(alice.accountId, 'live')).toEqual({ ok: true, token: null, expiresAt: 0 });
});

test('nobody who is not logged in gets one', async () => {
  const answer = await forge.invoke('unidentified', 'live');
  expect(answer).toEqual({ ok: false, problem: { code: 'not_logged_in' } });
  expect(forge.realtime.signed).toEqual([]);
});

describe('what happens to a message is hinted', () => {
  const heard = () => forge.realtime.published.map(({ claims }) => (claims as { accountId: string }).accountId).sort();

  beforeEach(() => {
    forge.remote = async ({ method }) =>
      method === 'DELETE'
        ? new Response(null, { status: 204 })
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

  test('and a send is none the worse for a platform that takes neither hint nor push, and says so by id alone', async () => {
    const warnings: unknown[][] = [];
    jest.spyOn(console, 'warn').mockImplementation((...words) => void warnings.push(words));
    forge.realtime.failsWith = 429;
    forge.queue.refusesWith = 500;
    const answer = await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Secret', key: 'k' });
    expect(answer).toMatchObject({ ok: true });
    expect(warnings).toHaveLength(3);
    expect(JSON.stringify(warnings)).not.toMatch(/Secret|Bob|Alice|557058/);
    jest.restoreAllMocks();
  });

  test('and a send waits no longer than a moment for a platform that does not answer', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(forge.realtime, 'answer').mockReturnValue(new Promise(() => undefined) as never);
    const start = performance.now();
    const answer = await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k' });
    expect(answer).toMatchObject({ ok: true });
    expect(performance.now() - start).toBeLessThan(3_000);
    jest.restoreAllMocks();
  });
});

test('nobody is mailed about an issue that they do not see', async () => {
  forge.jira.issues.set('10001', { key: 'WEB-1', assignee: bob, hiddenFrom: [bob.accountId] });
  forge.remote = async () => Response.json({ id: '01890000-0000-7000-8000-000000000001' }, { status: 201 });
  expect(await forge.invoke(carla.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k' })).toMatchObject({
    ok: true,
  });
  expect(forge.queue.pushed).toEqual([]);
});
