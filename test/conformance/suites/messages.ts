import { aDocument } from '../../shared/service/a-document';
import { ask, type Question } from '../../shared/service/ask';
import type { TestClient, TestClients } from '../test-clients';
import { idOf, time, uuid } from '../two-clients';
import { openDirect, openGroup, refusal, say } from './open-group';

interface List {
  readonly values: { readonly id: string; readonly text: string; readonly ts: string }[];
  readonly before: string | null;
  readonly after: string | null;
}

export function describeMessages(open: () => TestClients) {
  const post = (group: string, who: TestClient, question: Question) => ask(`POST ${group}/message`, who.asks(question));
  const list = async (target: string, who: TestClient) => (await ask(`GET ${target}`, who.asks())).body as List;
  const texts = ({ values }: List) => values.map(({ text }) => text).join('');

  /** A group with the messages 0 to 5, the odd ones about an issue. */
  async function writeSix() {
    const group = await openGroup(open(), { with: [open().bob] });
    const issue = { id: '10001', key: 'WEB-1' };
    for (let n = 0; n < 6; n += 1) {
      await post(group, open().alice, { json: { body: aDocument(`${n}`), ...(n % 2 === 1 && { issue }) } });
    }
    const { values } = await list(`${group}/message`, open().alice);
    return { group, values, ids: values.map(({ id }) => id) };
  }

  describe('POST /site/{cloudId}/conversation/{conversationId}/message', () => {
    test('it answers 201 and the id, and nothing else; all members read it as it was sent', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const issue = { id: '10001', key: 'WEB-1' };
      const { status, body } = await post(group, alice, { json: { body: aDocument('words'), issue } });
      expect([status, body]).toEqual([201, { id: uuid }]);
      expect((await list(`${group}/message`, bob)).values).toEqual([
        {
          ...{ id: (body as { id: string }).id, body: aDocument('words'), text: 'words' },
          ...{ sender: { id: alice.id, kind: 'client' }, ts: time, conversationId: group.split('/').at(-1) },
          ...{ editedAt: null, deletedAt: null, issue, origin: { kind: 'client', label: expect.any(String) } },
        },
      ]);
    });

    test('a bare document, plain text and Markdown are taken', async () => {
      const group = await openGroup(open());
      await post(group, open().alice, { json: aDocument('bare') });
      for (const type of ['text/plain', 'text/markdown']) {
        const answer = await post(group, open().alice, { raw: ' *x*', headers: { 'Content-Type': type } });
        expect(answer.status).toBe(201);
      }
      expect((await list(`${group}/message`, open().alice)).values.map(({ text }) => text.trim())).toEqual([
        'bare',
        '*x*',
        'x',
      ]);
    });

    test('a text names its issue in the query', async () => {
      const group = await openGroup(open());
      const question = { raw: 'x', headers: { 'Content-Type': 'text/plain' } };
      await ask(`POST ${group}/message?issueId=7&issueKey=WEB-7`, open().alice.asks(question));
      expect(await list(`${group}/message?issue=7`, open().alice)).toMatchObject({
        values: [{ issue: { id: '7', key: 'WEB-7' } }],
      });
    });

    test.each([
      ['a member that nobody knows', { color: 1 }, 'body/color'],
      [
        'a member of the origin that nobody knows',
        { origin: { kind: 'client', label: null, color: 1 } },
        'body/origin/color',
      ],
      ['a member of the issue that nobody knows', { issue: { id: '1', key: 'A-1', 'a/b': 1 } }, 'body/issue/a~1b'],
      ['no document', { body: 'text' }, 'body/body'],
    ])('%s is 400', async (_, members, field) => {
      const json = { body: aDocument(), ...members };
      const { status, body } = await post(await openGroup(open()), open().alice, { json });
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    });

    test('a parameter that nobody knows is 400', async () => {
      const group = await openGroup(open());
      const { status, body } = await ask(`POST ${group}/message?color=red`, open().alice.asks({ json: aDocument() }));
      expect([status, body]).toEqual([400, refusal('invalid_request', 'query.color')]);
    });

    test('the same key sends once, a replay says that it is one, and another conversation is 422', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open());
      const question = { json: aDocument('once'), headers: { 'Idempotency-Key': `group-${Math.random()}` } };
      const first = await post(group, alice, question);
      const again = await post(group, alice, question);
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
      const elsewhere = await post(await openDirect(open(), alice, bob), alice, question);
      expect([elsewhere.status, elsewhere.body]).toEqual([422, refusal('idempotency_mismatch')]);
      expect((await list(`${group}/message`, alice)).values).toHaveLength(1);
    });

    test('a key of a message that was refused is still free', async () => {
      const { alice } = open();
      const group = await openGroup(open());
      const question = { json: aDocument(), headers: { 'Idempotency-Key': `free-${Math.random()}` } };
      await ask(`PUT ${group}/archive`, alice.asks());
      expect((await post(group, alice, question)).status).toBe(409);
      await ask(`PUT ${group}/unarchive`, alice.asks());
      const sent = await post(group, alice, question);
      expect([sent.status, sent.headers.get('idempotency-replayed')]).toEqual([201, null]);
    });

    test('a direct conversation is reached by its id as well, in one order with the other way', async () => {
      const { alice, carol } = open();
      const direct = await openDirect(open(), alice, carol);
      await say(direct, alice, '1');
      await ask(`POST ${open().conversations}/user/${alice.id}/message`, carol.asks({ json: aDocument('2') }));
      await say(direct, carol, '3');
      expect(texts(await list(`${open().conversations}/user/${carol.id}/message`, alice)).slice(-3)).toBe('123');
    });

    test('thirty at once are thirty messages in the order of their ids, and a reader after each misses none', async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const first = await say(group, alice, 'first');
      const sends = Promise.all(Array.from({ length: 30 }, (_, n) => say(group, n % 2 ? alice : bob, `${n}`)));
      const seen: string[] = [];
      for (let from = first, rounds = 0; seen.length < 30 && rounds < 500; rounds += 1) {
        const { values } = await list(`${group}/message?limit=7&afterMessage=${from}`, bob);
        seen.push(...values.map(({ id }) => id));
        from = values.at(-1)?.id ?? from;
      }
      expect(seen).toEqual([...(await sends)].sort());
    });
  });

  describe('GET /site/{cloudId}/conversation/{conversationId}/message', () => {
    test('without a position it answers the latest, ascending, and where to go on', async () => {
      const { group, ids } = await writeSix();
      const latest = await list(`${group}/message?limit=2`, open().bob);
      expect([texts(latest), latest.before, latest.after]).toEqual(['45', ids[4], null]);
      expect(texts(await list(`${group}/message`, open().bob))).toBe('012345');
    });

    test('it goes on before and after a message', async () => {
      const { group, ids } = await writeSix();
      const older = await list(`${group}/message?limit=2&beforeMessage=${ids[4]}`, open().bob);
      expect([texts(older), older.before, older.after]).toEqual(['23', ids[2], ids[3]]);
      const newer = await list(`${group}/message?limit=2&afterMessage=${ids[3]?.toUpperCase()}`, open().bob);
      expect([texts(newer), newer.before, newer.after]).toEqual(['45', ids[4], null]);
    });

    test('it goes on before and after a time', async () => {
      const { group, values } = await writeSix();
      const [first, last] = [values[0]?.ts ?? '', values[5]?.ts ?? ''];
      expect(texts(await list(`${group}/message?beforeTimestamp=${first}`, open().bob))).toBe('');
      expect(texts(await list(`${group}/message?afterTimestamp=${last}`, open().bob))).toBe('');
      expect(texts(await list(`${group}/message?afterTimestamp=2000-01-01T00:00:00Z`, open().bob))).toBe('012345');
    });

    test('it keeps to an issue', async () => {
      const { group } = await writeSix();
      expect(texts(await list(`${group}/message?issue=10001`, open().bob))).toBe('135');
    });

    test.each([
      ['limit=0', 'query.limit'],
      ['limit=76', 'query.limit'],
      ['limit=x', 'query.limit'],
      ['afterMessage=1', 'query.afterMessage'],
      ['beforeTimestamp=yesterday', 'query.beforeTimestamp'],
      ['issue=WEB-1', 'query.issue'],
      ['color=red', 'query.color'],
      [`beforeMessage=${crypto.randomUUID()}&afterTimestamp=2000-01-01T00:00:00Z`, 'query.afterTimestamp'],
    ])('%s is 400', async (query, field) => {
      const group = await openGroup(open());
      const { status, body } = await ask(`GET ${group}/message?${query}`, open().alice.asks());
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    });
  });

  describe('GET …/message/recent', () => {
    test('it answers the latest, as many as asked for, and 75 where nothing is said', async () => {
      const { group, ids } = await writeSix();
      const recent = await list(`${group}/message/recent?limit=2`, open().bob);
      expect([texts(recent), recent.before, recent.after]).toEqual(['45', ids[4], null]);
      expect(texts(await list(`${group}/message/recent`, open().bob))).toBe('012345');
    });

    test.each(['limit=0', 'limit=76', `afterMessage=${crypto.randomUUID()}`])('%s is 400', async (query) => {
      const { status } = await ask(`GET ${await openGroup(open())}/message/recent?${query}`, open().alice.asks());
      expect(status).toBe(400);
    });
  });

  describe('GET …/message/{messageId}', () => {
    test('it answers the message; a deleted one as what is left of it', async () => {
      const { group, values, ids } = await writeSix();
      expect((await ask(`GET ${group}/message/${ids[1]}`, open().bob.asks())).body).toEqual(values[1]);
      await ask(`DELETE ${group}/message/${ids[1]}`, open().alice.asks());
      const { status, body } = await ask(`GET ${group}/message/${ids[1]}`, open().bob.asks());
      expect([status, body]).toEqual([200, { ...values[1], body: null, text: '', deletedAt: time }]);
    });

    test('one of another conversation is 404', async () => {
      const { ids } = await writeSix();
      const { status, body } = await ask(`GET ${await openGroup(open())}/message/${ids[0]}`, open().alice.asks());
      expect([status, body]).toEqual([404, refusal('not_found')]);
    });
  });

  describe('PUT and DELETE …/message/{messageId}', () => {
    test('an edit answers 200 and the id, which stays; what it is about stays, too', async () => {
      const { group, values, ids } = await writeSix();
      const { status, body } = await ask(
        `PUT ${group}/message/${ids[1]}`,
        open().alice.asks({ json: aDocument('new') }),
      );
      expect([status, body]).toEqual([200, { id: ids[1] }]);
      const edited = { ...values[1], body: aDocument('new'), text: 'new', editedAt: time };
      expect((await ask(`GET ${group}/message/${ids[1]}`, open().bob.asks())).body).toEqual(edited);
    });

    test('a delete answers 204, and afterwards there is nothing to edit or delete', async () => {
      const { group, ids } = await writeSix();
      const target = `${group}/message/${ids[0]}`;
      const { status, body } = await ask(`DELETE ${target}`, open().alice.asks());
      expect([status, body]).toEqual([204, undefined]);
      expect((await ask(`DELETE ${target}`, open().alice.asks())).status).toBe(404);
      expect((await ask(`PUT ${target}`, open().alice.asks({ json: aDocument() }))).status).toBe(404);
      expect(texts(await list(`${group}/message`, open().bob))).toBe('12345');
    });

    test("another member's message is 403, also to the owner of the group", async () => {
      const { alice, bob } = open();
      const group = await openGroup(open(), { with: [bob] });
      const id = await say(group, bob);
      const edited = await ask(`PUT ${group}/message/${id}`, alice.asks({ json: aDocument() }));
      const deleted = await ask(`DELETE ${group}/message/${id}`, alice.asks());
      expect([edited, deleted].map(({ status, body }) => [status, body])).toEqual(
        Array(2).fill([403, refusal('forbidden')]),
      );
    });

    test('an edit without a body, or with a member that nobody knows, is 400', async () => {
      const { group, ids } = await writeSix();
      const target = `PUT ${group}/message/${ids[0]}` as const;
      expect((await ask(target, open().alice.asks())).body).toEqual(refusal('invalid_request', 'body'));
      const json = { body: aDocument(), color: 1 };
      expect((await ask(target, open().alice.asks({ json }))).body).toEqual(refusal('invalid_request'));
    });
  });

  describe('GET …/message/{messageId}/context', () => {
    test('it answers the message among as many before and after it as asked for', async () => {
      const { group, ids } = await writeSix();
      const around = await list(`${group}/message/${ids[2]}/context?before=1&after=2`, open().bob);
      expect([texts(around), around.before, around.after]).toEqual(['1234', ids[1], ids[4]]);
      const alone = await list(`${group}/message/${ids[2]}/context?before=0&after=0`, open().bob);
      expect([texts(alone), alone.before, alone.after]).toEqual(['2', ids[2], ids[2]]);
    });

    test('ten on each side where nothing is said', async () => {
      const group = await openGroup(open());
      const ids: string[] = [];
      for (let n = 0; n < 24; n += 1) ids.push(await say(group, open().alice));
      const { values } = await list(`${group}/message/${ids[12]}/context`, open().alice);
      expect(values.map(({ id }) => id)).toEqual(ids.slice(2, 23));
    });

    test.each(['before=-1', 'before=76', 'after=76', 'after=x', 'limit=1'])('%s is 400', async (query) => {
      const { group, ids } = await writeSix();
      const { status, body } = await ask(`GET ${group}/message/${ids[0]}/context?${query}`, open().alice.asks());
      expect([status, body]).toEqual([400, refusal('invalid_request', `query.${query.split('=')[0]}`)]);
    });

    test('a message of another conversation is 404', async () => {
      const { ids } = await writeSix();
      const { status } = await ask(`GET ${await openGroup(open())}/message/${ids[0]}/context`, open().alice.asks());
      expect(status).toBe(404);
    });
  });

  test('the id that a send answers is that of the message', async () => {
    const group = await openGroup(open());
    const answer = await post(group, open().alice, { json: aDocument() });
    expect((await ask(`GET ${group}/message/${idOf(answer)}`, open().alice.asks())).status).toBe(200);
  });
}
