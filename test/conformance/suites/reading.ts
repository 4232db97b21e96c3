import { aDocument } from '../../shared/service/a-document';
import { ask } from '../../shared/service/ask';
import type { TestClient, TestClients } from '../test-clients';
import { idOf, uuid } from '../two-clients';
import { openDirect, openGroup, refusal, say } from './open-group';

interface Listed {
  readonly id: string;
  readonly lastMessage?: { readonly text: string } | null;
  readonly unreadCount?: number;
  readonly readBy?: readonly unknown[];
}

export function describeReading(open: () => TestClients) {
  const mark = (conversation: string, who: TestClient, messageId: unknown) =>
    ask(`PUT ${conversation}/read`, who.asks({ json: { messageId } }));
  const listed = async (who: TestClient, query: string) =>
    ((await ask(`GET ${open().conversations}?${query}`, who.asks())).body as { values: Listed[] }).values;
  const activityOf = async (conversation: string, who: TestClient) =>
    (await listed(who, 'expand=activity&order=activity')).find(({ id }) => conversation.endsWith(id));

  describe('PUT /site/{cloudId}/conversation/{conversationId}/read', () => {
    test('it answers 204 and moves forward only', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const ids = [await say(group, alice), await say(group, alice), await say(group, alice)];
      const { status, body } = await mark(group, bob, ids[1]?.toUpperCase());
      expect([status, body]).toEqual([204, undefined]);
      expect((await mark(group, bob, ids[0])).status).toBe(204);
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 1 });
      expect(await activityOf(group, alice)).toMatchObject({ readBy: [{ userId: bob.id, messageId: ids[1] }] });
    });

    test('a message of another conversation is 404, and moves nothing', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      await say(group, alice);
      const elsewhere = await say(await openGroup(open()), alice);
      const { status, body } = await mark(group, bob, elsewhere);
      expect([status, body]).toEqual([404, refusal('not_found')]);
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 1 });
    });

    test.each([
      ['no message', {}],
      ['what is not an id', { messageId: 'last' }],
      ['a member that nobody knows', { messageId: crypto.randomUUID(), at: 1 }],
    ])('%s is 400', async (_, json) => {
      const { status, body } = await ask(`PUT ${await openGroup(open())}/read`, open().alice.asks({ json }));
      expect([status, body]).toEqual([400, refusal('invalid_request')]);
    });

    test('reading messages marks nothing', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const id = await say(group, alice);
      for (const path of ['message', 'message/recent', `message/${id}`, `message/${id}/context`]) {
        await ask(`GET ${group}/${path}`, bob.asks());
      }
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 1 });
      expect(await activityOf(group, alice)).toMatchObject({ readBy: [] });
    });
  });

  describe('PUT /site/{cloudId}/read', () => {
    const readAll = (who: TestClient, query = '') =>
      ask(`PUT ${open().conversations.replace(/\/conversation$/, '/read')}${query}`, who.asks());

    test('it marks as read whatever has come, and says in how many conversations', async () => {
      const { alice, bob } = open();
      await readAll(bob);
      const [one, other] = [await openGroup(open(), { with: [bob] }), await openGroup(open(), { with: [bob] })];
      await say(one, alice);
      const last = await say(one, alice);
      await say(other, alice);
      const { status, body } = await readAll(bob);
      expect([status, body]).toEqual([200, { count: 2, cursor: '' }]);
      expect(await listed(bob, 'unread=true')).toEqual([]);
      expect(await activityOf(one, alice)).toMatchObject({ readBy: [{ userId: bob.id, messageId: last }] });
    });

    test.each([
      ['a cursor that nobody gave', '?cursor=abc.def'],
      ['a parameter that nobody knows', '?until=now'],
    ])('%s is 400', async (_, query) => {
      const { status, body } = await readAll(open().alice, query);
      expect([status, body]).toEqual([400, refusal('invalid_request')]);
    });
  });

  describe('reading by issue', () => {
    const [web1, web2] = [
      { id: '10001', key: 'WEB-1' },
      { id: '10002', key: 'WEB-2' },
    ];
    const sayAbout = async (conversation: string, from: TestClient, issue: object | null) => {
      const json = { body: aDocument(), ...(issue && { issue }) };
      return idOf(await ask(`POST ${conversation}/message`, from.asks({ json })));
    };
    const put = (address: string, who: TestClient, json: object) => ask(`PUT ${address}`, who.asks({ json }));
    const unreadOf = async (conversation: string, who: TestClient, query = '') => {
      const found = await listed(who, `expand=activity&order=activity${query}`);
      return found.find(({ id }) => conversation.endsWith(id))?.unreadCount;
    };

    test('read and unread with an issue are that issue’s, and the conversation follows', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const ids = [
        await sayAbout(group, alice, web1),
        await sayAbout(group, alice, web2),
        await sayAbout(group, alice, web1),
        await sayAbout(group, alice, null),
      ];
      const read = await put(`${group}/read`, bob, { messageId: ids[2], issue: web1.id });
      expect([read.status, read.body]).toEqual([204, undefined]);
      expect([await unreadOf(group, bob), await unreadOf(group, bob, `&issue=${web1.id}`)]).toEqual([2, 0]);
      expect(await activityOf(group, alice)).toMatchObject({
        readBy: [{ userId: bob.id, messageId: ids[2], issue: web1.id }],
      });
      const unreadOfIssue = (await listed(bob, `unread=true&issue=${web1.id}`)).map(({ id }) => id);
      expect(unreadOfIssue).not.toContain(group.split('/').at(-1));
      await put(`${group}/read`, bob, { messageId: ids[1], issue: web2.id });
      const { readBy = [] } = (await activityOf(group, alice)) ?? {};
      expect(readBy[0]).toEqual({ userId: bob.id, messageId: ids[1] });
      const unread = await put(`${group}/unread`, bob, { messageId: ids[0], issue: web1.id });
      expect([unread.status, unread.body]).toEqual([204, undefined]);
      expect([await unreadOf(group, bob), await unreadOf(group, bob, `&issue=${web1.id}`)]).toEqual([3, 2]);
      expect((await activityOf(group, alice))?.readBy).toEqual(readBy);
      await put(`${group}/read`, bob, { messageId: ids[3] });
      expect(await unreadOf(group, bob)).toBe(0);
    });

    test('both go by the other end of a direct conversation as well, and make none', async () => {
      const { alice, carol } = open();
      const direct = await openDirect(open(), alice, carol);
      const id = await sayAbout(direct, alice, web1);
      const withAlice = `${open().conversations}/user/${alice.id}`;
      expect((await put(`${withAlice}/read`, carol, { messageId: id })).status).toBe(204);
      expect(await unreadOf(direct, carol)).toBe(0);
      expect((await put(`${withAlice}/unread`, carol, { messageId: id, issue: web1.id })).status).toBe(204);
      expect(await unreadOf(direct, carol)).toBe(1);
      for (const how of ['read', 'unread']) {
        const nobody = await put(`${open().conversations}/user/nobody/${how}`, carol, { messageId: id });
        expect([nobody.status, nobody.body]).toEqual([404, refusal('not_found')]);
        const own = await put(`${open().conversations}/user/${carol.id}/${how}`, carol, { messageId: id });
        expect([own.status, own.body]).toEqual([400, refusal('invalid_request', 'path.userId')]);
        const about = await put(`${withAlice}/${how}`, carol, { messageId: id, issue: web2.id });
        expect([about.status, about.body]).toEqual([404, refusal('not_found')]);
        for (const [json, field] of [
          [{ messageId: id, issue: 'WEB-1' }, 'body/issue'],
          [{ issue: web1.id }, 'body/messageId'],
          [{ messageId: id, at: 1 }, 'body/at'],
        ] as const) {
          const wrong = await put(`${withAlice}/${how}`, carol, json);
          expect([wrong.status, wrong.body]).toEqual([400, refusal('invalid_request', field)]);
        }
      }
    });
  });

  describe('the list of conversations, with what has happened', () => {
    test('expand=activity brings the last message, what is unread, and how far others have read', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      expect(await activityOf(group, bob)).toMatchObject({ lastMessage: null, unreadCount: 0, readBy: [] });
      await say(group, alice, 'one');
      const id = await say(group, bob, 'two');
      await mark(group, bob, id);
      expect(await activityOf(group, alice)).toMatchObject({
        ...{ lastMessage: { id, text: 'two' }, unreadCount: 1 },
        readBy: [{ userId: bob.id, messageId: id }],
      });
      const [bare] = await listed(alice, 'limit=1');
      expect(bare).not.toHaveProperty('unreadCount');
      expect(bare).not.toHaveProperty('readBy');
      expect(bare).not.toHaveProperty('lastMessage');
    });

    test("expand=activity says the caller's place: in a group owner or member, in a direct conversation null", async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const direct = await openDirect(open(), alice, bob);
      expect(await activityOf(group, alice)).toMatchObject({ role: 'owner' });
      expect(await activityOf(group, bob)).toMatchObject({ role: 'member' });
      // It may be there since long before: a message brings it to where the list begins.
      await say(direct, alice);
      expect(await activityOf(direct, alice)).toMatchObject({ role: null });
    });

    test('own messages and deleted ones are not unread, and an edit changes nothing', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const [first, second] = [await say(group, alice), await say(group, alice)];
      await say(group, bob);
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 2 });
      await mark(group, bob, first);
      const edit = { raw: 'edited', headers: { 'Content-Type': 'text/plain' } };
      await ask(`PUT ${group}/message/${first}`, alice.asks(edit));
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 1 });
      await ask(`DELETE ${group}/message/${second}`, alice.asks());
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 0 });
    });

    test('who is taken into a group begins with nothing unread', async () => {
      const { alice, carol } = open();
      const group = await openGroup(open());
      await say(group, alice);
      await ask(`PATCH ${group}/roster`, alice.asks({ json: { add: [carol.id] } }));
      expect(await activityOf(group, carol)).toMatchObject({ unreadCount: 0 });
      await say(group, alice);
      expect(await activityOf(group, carol)).toMatchObject({ unreadCount: 1 });
    });

    test('what is unread is counted to 100', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      for (let n = 0; n < 101; n += 1) await say(group, alice);
      expect(await activityOf(group, bob)).toMatchObject({ unreadCount: 100 });
    }, 20_000);

    test('unread=true keeps to where something is unread', async () => {
      const { alice, carol } = open();
      const group = await openGroup(open(), { with: [carol] });
      const message = await say(group, alice);
      const id = group.split('/').at(-1);
      const unread = async (who: TestClient) => (await listed(who, 'unread=true&order=activity')).map((one) => one.id);
      expect([await unread(carol), await unread(alice)]).toEqual([
        expect.arrayContaining([id]),
        expect.not.arrayContaining([id]),
      ]);
      await mark(group, carol, message);
      expect(await unread(carol)).not.toContain(id);
      expect((await listed(carol, 'unread=false&order=activity')).map((one) => one.id)).toContain(id);
    });

    test('a cursor of the unread does not go on with all', async () => {
      const { alice, bob } = open();
      for (const _ of [1, 2]) await say(await openGroup(open(), { with: [bob] }), alice);
      const page = await ask(`GET ${open().conversations}?unread=true&limit=1`, bob.asks());
      const { cursor } = page.body as { cursor: string };
      expect(cursor).not.toBe('');
      expect((await ask(`GET ${open().conversations}?cursor=${cursor}`, bob.asks())).status).toBe(400);
      expect((await ask(`GET ${open().conversations}?unread=true&cursor=${cursor}`, bob.asks())).status).toBe(200);
    });

    test.each(['unread=yes', 'expand=unread', 'expand=activity,activity,messages'])('%s is 400', async (query) => {
      expect((await ask(`GET ${open().conversations}?${query}`, open().alice.asks())).status).toBe(400);
    });
  });

  describe('GET /site/{cloudId}/message', () => {
    const search = async (who: TestClient, query: string) =>
      ask(`GET ${open().base}/site/${open().site}/message?${query}`, who.asks());
    const found = async (who: TestClient, query: string) =>
      ((await search(who, query)).body as { values: { text: string }[] }).values.map(({ text }) => text);

    test('it answers a page of whole messages, the newest first, and where it goes on', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      for (const n of [1, 2, 3]) await say(group, alice, `zebra ${n}`);
      const { status, body } = await search(bob, 'query=ZEBRA&limit=2');
      const first = body as { values: { text: string }[]; cursor: string };
      expect(status).toBe(200);
      expect(first).toMatchObject({ limit: 2, size: 2, cursor: expect.stringMatching(/./) });
      expect(first.values[0]).toMatchObject({ id: uuid, conversationId: group.split('/').at(-1), text: 'zebra 3' });
      const last = await search(bob, `query=ZEBRA&limit=2&cursor=${first.cursor}`);
      expect(last.body).toMatchObject({ values: [{ text: 'zebra 1' }], cursor: '', size: 1 });
      const other = await search(alice, `query=ZEBRA&limit=2&cursor=${first.cursor}`);
      expect([other.status, other.body]).toEqual([400, refusal('invalid_request', 'query.cursor')]);
      expect((await search(bob, `query=lion&cursor=${first.cursor}`)).status).toBe(400);
    });

    test('a page holds 75 where nothing is said', async () => {
      expect((await search(open().alice, 'query=x')).body).toMatchObject({ limit: 75 });
    });

    test('all words have to be there, whole or in part, in any case and order', async () => {
      const group = await openGroup(open());
      await say(group, open().alice, 'The Übersicht of giraffes');
      const query = (words: string) => found(open().alice, `query=${encodeURIComponent(words)}`);
      expect(await query('GIRAFFE  übers')).toEqual(['The Übersicht of giraffes']);
      expect(await query('giraffe elephants')).toEqual([]);
      expect(await query('g.r*')).toEqual([]);
    });

    test('it looks only where the caller may read, and in groups as long as they are in them', async () => {
      const { alice, bob, carol } = open();
      const direct = await openDirect(open(), alice, bob);
      const group = await openGroup(open(), { privacy: 'public', with: [bob] });
      await say(direct, alice, 'okapi direct');
      await say(group, alice, 'okapi group');
      expect(await found(bob, 'query=okapi')).toEqual(['okapi group', 'okapi direct']);
      expect(await found(carol, 'query=okapi')).toEqual([]);
      await ask(`PATCH ${group}/roster`, alice.asks({ json: { add: [carol.id], remove: [bob.id] } }));
      expect(await found(bob, 'query=okapi')).toEqual(['okapi direct']);
      expect(await found(carol, 'query=okapi')).toEqual(['okapi group']);
    });

    test('a deleted message is not found, and an edited one by its new words', async () => {
      const { alice } = open();
      const group = await openGroup(open());
      const id = await say(group, alice, 'tapir');
      const edit = { raw: 'anteater', headers: { 'Content-Type': 'text/plain' } };
      await ask(`PUT ${group}/message/${id}`, alice.asks(edit));
      expect([await found(alice, 'query=tapir'), await found(alice, 'query=anteater')]).toEqual([[], ['anteater']]);
      await ask(`DELETE ${group}/message/${id}`, alice.asks());
      expect(await found(alice, 'query=anteater')).toEqual([]);
    });

    test.each([
      ['', 'query.query'],
      ['query=', 'query.query'],
      ['query=%20%20', 'query.query'],
      [`query=${'a'.repeat(256)}`, 'query.query'],
      [`query=${'a+b+c+d+e+f+g+h+i+j+k'}`, 'query.query'],
      ['query=a&limit=0', 'query.limit'],
      ['query=a&limit=76', 'query.limit'],
      ['query=a&cursor=x', 'query.cursor'],
      ['query=a&color=red', 'query.color'],
    ])('?%s is 400', async (query, field) => {
      const { status, body } = await search(open().alice, query);
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    });
  });
}
