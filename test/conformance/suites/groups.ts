import { aDocument } from '../../shared/service/a-document';
import { ask } from '../../shared/service/ask';
import type { TestClient, TestClients } from '../test-clients';
import { idOf, time } from '../two-clients';
import { openDirect, openGroup, refusal, say } from './open-group';

export function describeGroups(open: () => TestClients) {
  const put = (target: string, who: TestClient) => ask(`PUT ${target}`, who.asks());
  const patch = (target: string, who: TestClient, json: unknown) => ask(`PATCH ${target}`, who.asks({ json }));
  const read = async (target: string, who: TestClient) => (await ask(`GET ${target}`, who.asks())).body;
  const rosterOf = async (group: string) =>
    ((await read(`${group}/roster`, open().alice)) as { values: string[] }).values;
  const listedTo = async (who: TestClient, query = '') => {
    const list = (await read(`${open().conversations}?${query}`, who)) as { values: { id: string }[] };
    return list.values.map(({ id }) => id);
  };

  describe('PATCH /site/{cloudId}/conversation/{conversationId}', () => {
    test('it answers 200 and the conversation, with what was given and nothing else changed', async () => {
      const { alice } = open();
      const group = await openGroup(open(), { name: 'Before' });
      const { status, body } = await patch(group, alice, { name: 'After', topic: 'About' });
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({ name: 'After', topic: 'About', privacy: 'private', type: 'group', modified: time }),
      ]);
      expect(await read(group, alice)).toEqual(body);
    });

    test('a group becomes public, and its topic empty', async () => {
      const group = await openGroup(open());
      const { body } = await patch(group, open().alice, { privacy: 'public', topic: '' });
      expect(body).toMatchObject({ privacy: 'public', topic: '' });
    });

    test('a name and a topic may be as long as when a group is made', async () => {
      const group = await openGroup(open());
      const json = { name: 'n'.repeat(255), topic: 't'.repeat(1000) };
      expect((await patch(group, open().alice, json)).status).toBe(200);
    });

    test.each([
      ['nothing to change', {}, 'body'],
      ['an empty name', { name: '' }, 'body/name'],
      ['a name of 256 characters', { name: 'n'.repeat(256) }, 'body/name'],
      ['a topic of 1,001 characters', { topic: 't'.repeat(1001) }, 'body/topic'],
      ['an unknown privacy', { privacy: 'secret' }, 'body/privacy'],
      ['nothing for a name', { name: null }, 'body/name'],
      ['a list', [], 'body'],
    ])('%s is 400 and named by its field', async (_, json, field) => {
      const { status, body } = await patch(await openGroup(open()), open().alice, json);
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    });

    test('a member that nobody knows is 400', async () => {
      const { status, body } = await patch(await openGroup(open()), open().alice, { name: 'x', color: 'red' });
      expect([status, body]).toEqual([400, refusal('invalid_request')]);
    });

    test('a direct conversation is 409, and to others 404', async () => {
      const { alice, bob, carol } = open();
      const direct = await openDirect(open(), alice, bob);
      const json = { name: 'x' };
      const refused = await patch(direct, alice, json);
      expect([refused.status, refused.body]).toEqual([409, refusal('conflict')]);
      expect((await patch(direct, carol, json)).status).toBe(404);
    });
  });

  describe('PUT /site/{cloudId}/conversation/{conversationId}/archive and /unarchive', () => {
    test('a group is archived for everyone: 204, and it is listed only when asked for', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const id = idOf(await ask(`GET ${group}`, alice.asks()));
      const { status, body } = await put(`${group}/archive`, alice);
      expect([status, body]).toEqual([204, undefined]);
      expect(await read(group, bob)).toMatchObject({ isArchived: true });
      expect([await listedTo(bob), await listedTo(bob, 'include-archived=true')]).toEqual([
        expect.not.arrayContaining([id]),
        expect.arrayContaining([id]),
      ]);
    });

    test('in an archived group nothing is edited (409), and one takes words back', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const [own, others] = [await say(group, alice, 'before'), await say(group, bob, 'of Bob')];
      const edit = (id: string) =>
        ask(`PUT ${group}/message/${id}`, alice.asks({ json: { body: aDocument('after') } }));
      await ask(`PUT ${group}/archive`, alice.asks());
      const refused = await edit(own);
      expect([refused.status, refused.body]).toEqual([409, refusal('conflict')]);
      expect((await edit(others)).status).toBe(403);
      expect((await ask(`GET ${group}/message/${own}`, alice.asks())).body).toMatchObject({
        text: 'before',
        editedAt: null,
      });
      expect((await ask(`DELETE ${group}/message/${own}`, alice.asks())).status).toBe(204);
      await ask(`PUT ${group}/unarchive`, alice.asks());
      const id = await say(group, alice, 'before');
      expect((await edit(id)).status).toBe(200);
    });

    test('a direct conversation that one has put away is edited as before', async () => {
      const { alice, bob } = open();
      const direct = await openDirect(open(), alice, bob);
      const id = await say(direct, alice, 'before');
      await ask(`PUT ${direct}/archive`, alice.asks());
      const edited = await ask(`PUT ${direct}/message/${id}`, alice.asks({ json: { body: aDocument('after') } }));
      expect(edited.status).toBe(200);
    });

    test('to an archived group nothing is sent (409), and reading goes on', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const id = await say(group, alice, 'before');
      await put(`${group}/archive`, alice);
      const sent = await ask(
        `POST ${group}/message`,
        bob.asks({ raw: 'x', headers: { 'Content-Type': 'text/plain' } }),
      );
      expect([sent.status, sent.body, sent.headers.get('retry-after')]).toEqual([409, refusal('conflict'), null]);
      expect(await read(`${group}/message`, bob)).toMatchObject({ values: [{ id, text: 'before' }] });
      expect((await put(`${group}/read`, bob)).status).toBe(400);
      expect((await put(`${group}/unarchive`, alice)).status).toBe(204);
      expect(await say(group, bob)).toBeTruthy();
    });

    test('archiving and unarchiving again changes nothing', async () => {
      const { alice } = open();
      const group = await openGroup(open());
      for (const [step, isArchived] of [
        ['archive', true],
        ['archive', true],
        ['unarchive', false],
        ['unarchive', false],
      ]) {
        expect((await put(`${group}/${step}`, alice)).status).toBe(204);
        expect(await read(group, alice)).toMatchObject({ isArchived });
      }
    });

    test('a direct conversation is put away for the caller alone, until the next message', async () => {
      const { alice, carol } = open();
      const direct = await openDirect(open(), alice, carol);
      const isArchived = async (who: TestClient) => ((await read(direct, who)) as { isArchived: boolean }).isArchived;
      expect((await put(`${direct}/archive`, alice)).status).toBe(204);
      expect([await isArchived(alice), await isArchived(carol)]).toEqual([true, false]);
      await say(direct, carol);
      expect(await isArchived(alice)).toBe(false);
      await put(`${direct}/archive`, alice);
      await put(`${direct}/unarchive`, alice);
      expect(await isArchived(alice)).toBe(false);
    });

    test('sending to a direct conversation that one has put away is no conflict', async () => {
      const { alice, carol } = open();
      const direct = await openDirect(open(), alice, carol);
      await put(`${direct}/archive`, alice);
      expect(await say(direct, alice)).toBeTruthy();
      expect(await read(direct, alice)).toMatchObject({ isArchived: false });
    });
  });

  describe('GET /site/{cloudId}/conversation/{conversationId}/roster', () => {
    test('it answers the members by account id, and where the conversation is', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const { status, body } = await ask(`GET ${group}/roster`, bob.asks());
      const conversation = expect.stringMatching(/^\/site\/.*\/conversation\/[0-9a-f-]{36}$/);
      expect([status, body]).toEqual([200, { values: [alice.id, bob.id].sort(), _links: { conversation } }]);
    });

    test('that of a direct conversation is 409', async () => {
      const direct = await openDirect(open(), open().alice, open().bob);
      const { status, body } = await ask(`GET ${direct}/roster`, open().alice.asks());
      expect([status, body]).toEqual([409, refusal('conflict')]);
    });
  });

  describe('PATCH /site/{cloudId}/conversation/{conversationId}/roster', () => {
    test('it takes some in and puts others out: 204; again is nothing new', async () => {
      const { alice, bob, carol } = open();
      const group = await openGroup(open(), { with: [bob] });
      for (const _again of [1, 2]) {
        const { status, body } = await patch(`${group}/roster`, alice, { add: [carol.id], remove: [bob.id] });
        expect([status, body]).toEqual([204, undefined]);
        expect(await rosterOf(group)).toEqual([alice.id, carol.id].sort());
      }
    });

    test('who was put out loses the history, and who was taken in sees all of it', async () => {
      const { alice, bob, carol } = open();
      const group = await openGroup(open(), { with: [bob] });
      await say(group, alice, 'old words');
      await patch(`${group}/roster`, alice, { add: [carol.id], remove: [bob.id] });
      expect((await ask(`GET ${group}/message`, bob.asks())).status).toBe(404);
      expect(await read(`${group}/message`, carol)).toMatchObject({ values: [{ text: 'old words' }] });
    });

    test('a name in both is 400, and nothing happens', async () => {
      const { alice, bob, carol } = open();
      const group = await openGroup(open(), { with: [bob] });
      const json = { add: [carol.id], remove: [bob.id, carol.id] };
      const { status, body } = await patch(`${group}/roster`, alice, json);
      expect([status, body]).toEqual([400, refusal('invalid_request', 'body/remove/1')]);
      expect(await rosterOf(group)).toEqual([alice.id, bob.id].sort());
    });

    test('500 are taken and not one more, and then nothing happens', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open());
      const add = Array.from({ length: 499 }, (_, n) => `user-${n}`);
      expect((await patch(`${group}/roster`, alice, { add })).status).toBe(204);
      const { status, body } = await patch(`${group}/roster`, alice, { add: [bob.id, 'user-1'], remove: [] });
      expect([status, body]).toEqual([400, refusal('invalid_request', 'body/add')]);
      expect((await patch(`${group}/roster`, alice, { add: [bob.id], remove: ['user-1'] })).status).toBe(204);
      expect(await rosterOf(group)).toHaveLength(500);
    });

    test.each([
      ['neither', {}, 'body'],
      ['more than 500 names', { add: Array.from({ length: 501 }, (_, n) => `user-${n}`) }, 'body/add'],
      ['what is no account id', { add: ['a', 'b c'] }, 'body/add/1'],
      ['nobody', { add: ['unidentified'] }, 'body/add/0'],
      ['the app, which reads no conversation of people', { add: ['a', 'app:0b3f5f0e'] }, 'body/add/1'],
      ['the app by another spelling', { add: ['APP:0b3f5f0e'] }, 'body/add/0'],
      ['one name for a list', { remove: 'a' }, 'body/remove'],
    ])('%s is 400 and named by its field', async (_, json, field) => {
      const { status, body } = await patch(`${await openGroup(open())}/roster`, open().alice, json);
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    });

    test('anyone may leave, the owner and the last one as well, and reads it no more', async () => {
      const { alice, bob, carol } = open();
      const group = await openGroup(open(), { privacy: 'public', with: [bob] });
      await patch(`${group}/roster`, alice, { add: [carol.id] });
      const leave = async (who: TestClient) => (await patch(`${group}/roster`, who, { remove: [who.id] })).status;
      expect(await leave(alice)).toBe(204);
      expect((await ask(`GET ${group}`, alice.asks())).status).toBe(404);
      expect(await leave(bob)).toBe(204);
      expect(await read(group, carol)).toMatchObject({ isArchived: false });
      expect(await leave(carol)).toBe(204);
      expect((await ask(`GET ${group}`, carol.asks())).status).toBe(404);
    });

    test('that of a direct conversation is 409', async () => {
      const direct = await openDirect(open(), open().alice, open().bob);
      const { status, body } = await patch(`${direct}/roster`, open().alice, { add: [open().carol.id] });
      expect([status, body]).toEqual([409, refusal('conflict')]);
    });

    test('ten changes at once are ten changes', async () => {
      const group = await openGroup(open());
      const names = Array.from({ length: 10 }, (_, n) => `user-${n}`);
      const answers = await Promise.all(names.map((name) => patch(`${group}/roster`, open().alice, { add: [name] })));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(204));
      expect(await rosterOf(group)).toHaveLength(11);
    });
  });
}
