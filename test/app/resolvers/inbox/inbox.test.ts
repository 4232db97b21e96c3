import { createConversationClient } from '../../../../src/app/client/conversation-client';
import { alice, bob, carla, dan, FakeJira } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';
import { expectConversation } from '../expect-conversation';

// The inbox with the real service behind it. People are made anew for each test, so that none sees another's messages.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let issues = 80_000;
let issueId: string;
let people = 0;

type Person = { readonly accountId: string };
let ann: Person;
let ben: Person;

function anew(of: typeof alice) {
  const person = { ...of, accountId: `${of.accountId}-${++people}` };
  jira.users.push(person);
  return person;
}

beforeEach(() => {
  jira = new FakeJira();
  issueId = String(++issues);
  ann = anew({ ...alice, displayName: 'Ann Abel' });
  ben = anew({ ...bob, displayName: 'Ben Beck' });
  jira.issues.set(issueId, { key: 'WEB-1', summary: 'The login page is slow', assignee: null });
  forge = new ForgeRuntime(jira, app.remote);
});

async function write(from: Person, to: Person, text: string) {
  const ask = { with: to.accountId, text, key: crypto.randomUUID() };
  return expectAnswer(await forge.invoke(from.accountId, 'send', ask, { issueId })).message;
}

const list = async (person: Person, list: 'unread' | 'all' | 'groups' | 'archived' = 'all', cursor = '') =>
  expectAnswer(await forge.invoke(person.accountId, 'inboxList', { list, cursor }));

const thread = async (person: Person, id: string) =>
  expectConversation(await forge.invoke(person.accountId, 'conversation', { conversationId: id }));

/** The conversation that came last, by its id. */
async function newest(person: Person): Promise<string> {
  const [entry] = (await list(person)).entries;
  if (entry === undefined) throw new Error('The inbox is empty');
  return entry.id;
}

const answerIn = (person: Person, id: string, text: string, key: string = crypto.randomUUID()) =>
  forge.invoke(person.accountId, 'send', { conversationId: id, text, key });

describe('the list', () => {
  test('shows who wrote, how much is unread and the newest message as text', async () => {
    await write(ann, ben, 'One');
    await write(ann, ben, `**Two** for [~accountid:${carla.accountId}]\n\n- and more`);
    expect((await list(ben)).entries).toEqual([
      {
        id: expect.any(String),
        kind: 'direct',
        person: { id: ann.accountId, name: 'Ann Abel', kind: 'person', active: true },
        name: '',
        topic: '',
        privacy: 'private',
        isArchived: false,
        isMuted: false,
        role: null,
        unreadCount: 2,
        mentioned: false,
        hasDraft: false,
        issue: null,
        turn: null,
        reminder: null,
        last: {
          from: 'them',
          text: 'Two for @Carla Diaz - and more',
          isDeleted: false,
          notice: null,
          ts: expect.any(String),
        },
      },
    ]);
    expect((await list(ann)).entries[0]).toMatchObject({ unreadCount: 0, last: { from: 'me' } });
  });

  test('costs one call to the service, and Jira nothing', async () => {
    await write(ann, ben, 'One');
    const before = app.requests.length;
    await list(ben);
    expect(app.requests.slice(before)).toHaveLength(1);
    expect(forge.calls.filter((call) => call.startsWith('jira'))).toEqual([]);
  });

  test('cuts a long message between characters, and says of a deleted one that it is', async () => {
    const { id } = await write(ann, ben, '😀'.repeat(200));
    expect([...((await list(ben)).entries[0]?.last?.text ?? '')]).toHaveLength(140);
    expectAnswer(await forge.invoke(ann.accountId, 'remove', { with: ben.accountId, id }, { issueId }));
    expect((await list(ben)).entries[0]?.last).toMatchObject({ text: '', isDeleted: true });
  });

  test('of the unread holds no more than those, and nothing once it is read', async () => {
    await write(ann, ben, 'One');
    await write(anew(carla), ben, 'Two');
    const { id: messageId } = await write(ann, ben, 'Three');
    const [first] = (await list(ben, 'unread')).entries;
    expect((await list(ben, 'unread')).entries).toHaveLength(2);
    expectAnswer(await forge.invoke(ben.accountId, 'read', { conversationId: first?.id, id: messageId }));
    expect((await list(ben, 'unread')).entries.map(({ person }) => person?.name)).toEqual(['Carla Diaz']);
  });

  test('goes on page by page to the last one', async () => {
    for (let n = 0; n < 28; n += 1) await write(anew({ ...carla, displayName: `Person ${n}` }), ben, 'Hello');
    const first = await list(ben);
    expect(first.entries).toHaveLength(25);
    const second = await list(ben, 'all', first.cursor);
    expect(second).toMatchObject({ cursor: '' });
    expect(second.entries.map(({ person }) => person?.name)).toEqual(['Person 2', 'Person 1', 'Person 0']);
  });

  test('of the archive finds what was put away long ago, and the other list has it no more', async () => {
    await write(ann, ben, 'Old');
    const id = await newest(ben);
    expectAnswer(await forge.invoke(ben.accountId, 'inboxArchive', { id, isArchived: true }));
    for (let n = 0; n < 3; n += 1) await write(anew(carla), ben, 'Hello');
    expect((await list(ben, 'archived')).entries.map((entry) => [entry.id, entry.isArchived])).toEqual([[id, true]]);
    expect((await list(ben)).entries.map((entry) => entry.id)).not.toContain(id);
    expect((await list(ann)).entries.map((entry) => entry.id)).toContain(id);
    expectAnswer(await forge.invoke(ben.accountId, 'inboxArchive', { id, isArchived: false }));
    expect((await list(ben, 'archived')).entries).toEqual([]);
  });

  test('holds groups alone where they are wanted, and none of others', async () => {
    await write(ann, ben, 'Look');
    const group = { name: 'Harbour', topic: '', privacy: 'public', people: [ben.accountId], key: crypto.randomUUID() };
    const { id } = expectAnswer(await forge.invoke(ann.accountId, 'groupCreate', group));
    expect((await list(ben, 'groups')).entries.map((entry) => [entry.id, entry.kind])).toEqual([[id, 'group']]);
    expect((await list(ben)).entries).toHaveLength(2);
    expect((await list(carla, 'groups')).entries).toEqual([]);
  });
});

describe('a conversation beside the list', () => {
  test('shows its messages with who wrote them and what they are about', async () => {
    await write(ann, ben, 'Look');
    const { entry, messages, members, refusal, before } = await thread(ben, await newest(ben));
    expect(entry).toMatchObject({ person: { name: 'Ann Abel' }, unreadCount: 1 });
    expect(messages).toMatchObject([
      { from: 'them', sender: { name: 'Ann Abel' }, issue: { id: issueId, summary: 'The login page is slow' } },
    ]);
    expect([members, refusal, before]).toEqual([[], null, null]);
  });

  test('shows the key that Jira has for an issue, whatever a sender wrote beside its id', async () => {
    const client = createConversationClient({ fetch: callService(forge, ann.accountId) });
    const body = { version: 1, type: 'doc', content: [] } as const;
    await client.sendDirectMessage({
      params: { cloudId: site, userId: ben.accountId },
      body: { body, issue: { id: issueId, key: 'PAYROLL-666' } },
    });
    const { messages } = await thread(ben, await newest(ben));
    expect(messages[0]?.issue).toEqual({ id: issueId, key: 'WEB-1', summary: 'The login page is slow' });
  });

  test('tells nothing of an issue that its reader does not see', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    jira.issues.set(issueId, { key: 'WEB-1', assignee: null, hiddenFrom: [ben.accountId] });
    expect((await thread(ben, id)).messages[0]?.issue).toEqual({ id: issueId, key: null, summary: null });
    expect((await thread(ann, id)).messages[0]?.issue).toMatchObject({ summary: 'The login page is slow' });
  });

  test('is gone for whoever does not take part in it', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    const gone = { ok: false, problem: { code: 'gone' } };
    expect(await forge.invoke(carla.accountId, 'conversation', { conversationId: id })).toMatchObject(gone);
    expect(
      await forge.invoke(carla.accountId, 'page', { conversationId: id, before: crypto.randomUUID() }),
    ).toMatchObject(gone);
    expect(await answerIn(carla, id, 'Let me in')).toMatchObject(gone);
    expect(await forge.invoke(carla.accountId, 'inboxMute', { id, isMuted: true })).toMatchObject(gone);
  });

  test('goes back to its first message page by page', async () => {
    for (let n = 1; n <= 27; n += 1) await write(ann, ben, `Number ${n}`);
    const id = await newest(ben);
    const { messages, before } = await thread(ben, id);
    expect(messages).toHaveLength(25);
    const older = expectAnswer(await forge.invoke(ben.accountId, 'page', { conversationId: id, before }));
    expect(older.messages.map(({ body }) => /Number \d+/.exec(JSON.stringify(body))?.[0])).toEqual([
      'Number 1',
      'Number 2',
    ]);
    expect(older.before).toBeNull();
  });

  test('is opened around a message, and goes on from there on both sides', async () => {
    for (let n = 1; n <= 40; n += 1) await write(ann, ben, `Number ${n}`);
    const id = await newest(ben);
    const page = async (at: object) => {
      const ask = { conversationId: id, before: null, ...at };
      const { messages, before, after } = expectAnswer(await forge.invoke(ben.accountId, 'page', ask));
      return {
        messages,
        before,
        after,
        numbers: messages.map(({ body }) => Number(/Number (\d+)/.exec(JSON.stringify(body))?.[1])),
      };
    };
    const latest = await page({});
    expect(latest).not.toHaveProperty('after', expect.anything());
    const around = await page({ around: latest.messages[4]?.id });
    expect([around.numbers[0], around.numbers.at(-1)]).toEqual([8, 32]);
    const [later, earlier] = [await page({ after: around.after }), await page({ before: around.before })];
    expect([later.numbers, later.after]).toEqual([[33, 34, 35, 36, 37, 38, 39, 40], null]);
    expect([earlier.numbers, earlier.before]).toEqual([[1, 2, 3, 4, 5, 6, 7], null]);
  });

  test('shows how far the other end has read', async () => {
    const { id: messageId } = await write(ann, ben, 'Look');
    const id = await newest(ben);
    expect((await thread(ann, id)).readBy).toEqual([]);
    expectAnswer(await forge.invoke(ben.accountId, 'read', { conversationId: id, id: messageId }));
    expect((await thread(ann, id)).readBy).toMatchObject([{ person: { name: 'Ben Beck' }, messageId }]);
  });

  test('says when it is muted', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    expectAnswer(await forge.invoke(ben.accountId, 'inboxMute', { id, isMuted: true }));
    expect((await thread(ben, id)).entry.isMuted).toBe(true);
    expect((await thread(ann, id)).entry.isMuted).toBe(false);
    expectAnswer(await forge.invoke(ben.accountId, 'inboxMute', { id, isMuted: false }));
    expect((await thread(ben, id)).entry.isMuted).toBe(false);
  });

  test('has no composer for someone who was deactivated, nor where the site is switched off', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ann);
    forge.kvs.write('switches', { isOn: false, projectsOff: [], rulesMaySend: true });
    expect((await thread(ann, id)).refusal).toBe('site_off');
    forge.kvs.remove('switches');
    const index = jira.users.findIndex(({ accountId }) => accountId === ben.accountId);
    jira.users.splice(index, 1, { ...dan, accountId: ben.accountId });
    expect((await thread(ann, id)).refusal).toBe('recipient_inactive');
    expect(await answerIn(ann, id, 'Still there?')).toEqual({ ok: false, problem: { code: 'recipient_inactive' } });
  });
});

const hidden = () => ({ key: 'WEB-1', summary: 'The login page is slow', assignee: null });

describe('an answer', () => {
  test('is about the issue that the conversation was last about, and stands beside it, too', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    const { message } = expectAnswer(await answerIn(ben, id, 'I *did*'));
    const issue = { id: issueId, key: 'WEB-1', summary: 'The login page is slow' };
    expect(message).toMatchObject({ from: 'me', sender: { name: 'Ben Beck' }, issue, source: 'I *did*' });
    expect((await thread(ben, id)).messages.at(-1)).toEqual(message);
    const panel = expectAnswer(await forge.invoke(ann.accountId, 'open', {}, { issueId }));
    expect(panel.threads[0]?.page?.messages.map(({ id: one }) => one)).toContain(message.id);
  });

  test.each([
    ['the writer does not see any more', () => jira.issues.set(issueId, { ...hidden(), hiddenFrom: [ben.accountId] })],
    ['is gone', () => jira.issues.delete(issueId)],
  ])('stands in the conversation alone where its issue is one that %s', async (_, change) => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    change();
    const { message } = expectAnswer(await answerIn(ben, id, 'I did'));
    expect(message.issue).toBeNull();
    expect((await thread(ann, id)).messages.at(-1)).toMatchObject({ id: message.id, issue: null });
  });

  test('reads the conversation and its messages once', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    const before = app.requests.length;
    expectAnswer(await answerIn(ben, id, 'I did'));
    const asked = app.requests.slice(before).map((request) => request.replace(/\?.*/, ''));
    expect(asked.filter((request) => request.startsWith('GET')).sort()).toEqual([
      expect.stringMatching(new RegExp(`/conversation/${id}$`)),
      expect.stringMatching(new RegExp(`/conversation/${id}/message/recent$`)),
    ]);
  });

  test('sent twice with one key is there once', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    const [first, second] = [await answerIn(ben, id, 'Once', 'k-once'), await answerIn(ben, id, 'Once', 'k-once')];
    expect(expectAnswer(second).message.id).toBe(expectAnswer(first).message.id);
    expect((await thread(ben, id)).messages).toHaveLength(2);
  });

  test('can be edited and deleted by its author alone', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    const { id: messageId } = expectAnswer(await answerIn(ben, id, 'Teh answer')).message;
    const edit = { conversationId: id, id: messageId, text: 'The answer' };
    expect(await forge.invoke(ann.accountId, 'edit', edit)).toMatchObject({ ok: false });
    expect(await forge.invoke(ann.accountId, 'remove', { conversationId: id, id: messageId })).toMatchObject({
      ok: false,
    });
    expectAnswer(await forge.invoke(ben.accountId, 'edit', edit));
    const edited = (await thread(ann, id)).messages.at(-1);
    expect(edited).toMatchObject({ editedAt: expect.any(String) });
    expect(JSON.stringify(edited?.body)).toContain('The answer');
    for (const _ of ['once', 'again']) {
      expectAnswer(await forge.invoke(ben.accountId, 'remove', { conversationId: id, id: messageId }));
    }
    expect((await thread(ann, id)).messages.at(-1)).toMatchObject({ body: null, deletedAt: expect.any(String) });
  });

  test('does not reach who has blocked its sender', async () => {
    await write(ann, ben, 'Look');
    const id = await newest(ben);
    expectAnswer(await forge.invoke(ann.accountId, 'block', { person: ben.accountId }));
    expect(await answerIn(ben, id, 'Hello?')).toMatchObject({ ok: false, problem: { code: 'blocked' } });
  });
});

describe('the search', () => {
  const search = async (person: Person, text: string, cursor = '') =>
    expectAnswer(
      await forge.invoke(person.accountId, 'inboxSearch', {
        text,
        cursor,
        people: await forge.findNamed(person.accountId, text),
      }),
    );

  test('finds messages by their words, with the conversation that they are in', async () => {
    await write(ann, ben, 'The certificate expires on Friday');
    await write(ann, ben, 'Something else');
    const { hits, cursor } = await search(ben, 'friday CERTIFICATE');
    expect(hits).toMatchObject([
      {
        entry: { kind: 'direct', person: { name: 'Ann Abel' } },
        message: { sender: { name: 'Ann Abel' }, issue: { key: 'WEB-1', summary: 'The login page is slow' } },
      },
    ]);
    expect(cursor).toBe('');
  });

  test('finds nothing of what others wrote to each other', async () => {
    await write(ann, ben, 'The certificate expires on Friday');
    expect(await search(anew(carla), 'certificate')).toMatchObject({ entries: [], hits: [] });
  });

  test('finds people with whom there is a conversation, and no one else', async () => {
    await write(ann, ben, 'Look');
    expect((await search(ben, 'abel')).entries).toMatchObject([{ person: { name: 'Ann Abel' }, unreadCount: 1 }]);
    expect((await search(ben, 'carla')).entries).toEqual([]);
  });

  test('goes on with messages alone', async () => {
    for (let n = 0; n < 12; n += 1) await write(ann, ben, `Abel ${n}`);
    const first = await search(ben, 'abel');
    expect([first.hits.length, first.entries.length]).toEqual([10, 1]);
    const second = await search(ben, 'abel', first.cursor);
    expect([second.hits.length, second.entries.length, second.cursor]).toEqual([2, 0, '']);
  });

  test('looks on through pages that hold nothing, a few at once, and says where older ones were not looked through', async () => {
    await write(ann, ben, 'The certificate expires on Friday');
    const asked: (string | null)[] = [];
    /** So many pages of a long search hold nothing; their cursors are numbers. */
    const answerEmpty = (empty: number) => (path: string) => {
      const { pathname, searchParams } = new URL(path, 'http://service');
      if (!pathname.endsWith(`/site/${site}/message`)) return null;
      const cursor = searchParams.get('cursor');
      asked.push(cursor);
      const next = Number(cursor ?? 0) + 1;
      if (next > empty) return null;
      return Response.json({ values: [], cursor: next === empty ? '' : String(next), limit: 10, size: 0 });
    };
    app.away = answerEmpty(7);
    expect(await search(ben, 'certificate')).toMatchObject({ hits: [], cursor: '5' });
    expect(await search(ben, 'certificate', '5')).toMatchObject({ hits: [], cursor: '' });
    expect(asked).toEqual([null, '1', '2', '3', '4', '5', '6']);
    app.away = null;
  });

  test('answers with what it found where a later page does not come, and its cursor asks for that page again', async () => {
    await write(ann, ben, 'The certificate expires on Friday');
    const client = createConversationClient({ fetch: callService(forge, ben.accountId) });
    const values = (await client.searchMessages({ params: { cloudId: site }, query: { query: 'certificate' } })).values;
    let refusal: () => Response = () => Response.json({ values: [], cursor: '', limit: 10, size: 0 });
    app.away = (path) => {
      const { pathname, searchParams } = new URL(path, 'http://service');
      if (!pathname.endsWith(`/site/${site}/message`)) return null;
      if (searchParams.get('cursor') !== null) return refusal();
      return Response.json({ values, cursor: 'behind', limit: 10, size: 1 });
    };
    const refused = (status: number, error: string) => () => Response.json({ error, message: '' }, { status });
    for (const one of [refused(429, 'rate_limited'), refused(503, 'unavailable')]) {
      refusal = one;
      expect(await search(ben, 'certificate')).toMatchObject({ hits: [{}], cursor: 'behind' });
      expect(
        await forge.invoke(ben.accountId, 'inboxSearch', { text: 'certificate', cursor: 'behind', people: [] }),
      ).toHaveProperty('problem');
    }
    app.away = null;
  });

  test('waits eight seconds for later pages, and no longer', async () => {
    await write(ann, ben, 'The certificate expires on Friday');
    let looks = 0;
    const clock = jest.spyOn(Date, 'now');
    const begun = Date.now();
    app.away = (path) => {
      if (!new URL(path, 'http://service').pathname.endsWith(`/site/${site}/message`)) return null;
      looks += 1;
      if (looks === 2) clock.mockReturnValue(begun + 8_500);
      return Response.json({ values: [], cursor: String(looks), limit: 10, size: 0 });
    };
    expect(await search(ben, 'certificate')).toMatchObject({ hits: [], cursor: '2' });
    expect(looks).toBe(2);
    clock.mockRestore();
    app.away = null;
  });

  test('for blanks asks nobody', async () => {
    expect(await search(ben, '  ')).toMatchObject({ entries: [], hits: [] });
    expect(forge.calls).toEqual([]);
  });

  test('takes the first words of a whole paragraph, which the service would refuse', async () => {
    await write(ann, ben, 'a b c d e f g h i j');
    expect((await search(ben, 'a b c d e f g h i j k l m')).hits).toHaveLength(1);
  });
});

describe('a forged payload', () => {
  it.each([
    ['inboxList', { list: 'everything', cursor: '' }, 'list'],
    ['inboxList', { list: 'all', cursor: 7 }, 'cursor'],
    ['conversation', { conversationId: '../roster' }, 'conversationId'],
    ['page', { conversationId: crypto.randomUUID(), before: '1' }, 'before'],
    ['page', { conversationId: crypto.randomUUID(), before: null, around: '1' }, 'around'],
    ['page', { conversationId: crypto.randomUUID(), before: crypto.randomUUID(), after: crypto.randomUUID() }, 'after'],
    ['send', { conversationId: 'x', text: 'Hi', key: 'k' }, 'conversationId'],
    ['inboxMute', { id: crypto.randomUUID(), isMuted: 'yes' }, 'isMuted'],
    ['inboxArchive', { id: crypto.randomUUID() }, 'isArchived'],
    ['inboxSearch', { text: ['a'], cursor: '' }, 'text'],
    ['read', { conversationId: crypto.randomUUID(), id: null }, 'id'],
    ['conversation', undefined, 'with'],
  ] as const)('of %s asks nobody: %j, and names its %s', async (name, payload, field) => {
    const problem = { code: 'payload_wrong', field, rule: expect.any(String) };
    expect(await forge.invoke(ann.accountId, name, payload)).toEqual({ ok: false, problem });
    expect(forge.calls.filter((call) => !call.startsWith('kvs'))).toEqual([]);
  });

  test('names nobody else as the asker', async () => {
    await write(ann, ben, 'Look');
    const { entries } = expectAnswer(
      await forge.invoke(carla.accountId, 'inboxList', { list: 'all', cursor: '', accountId: ben.accountId }),
    );
    expect(entries.map(({ person }) => person?.id)).not.toContain(ann.accountId);
  });
});
