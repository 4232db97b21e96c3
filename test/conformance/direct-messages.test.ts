import { aDocument } from '../shared/service/a-document';
import { ask } from '../shared/service/ask';
import { describeConformance } from './describe-conformance';
import type { TestClients } from './test-clients';
import { idOf, messagesWith, time, uuid } from './two-clients';

describeConformance((start) => {
  let two: TestClients;

  beforeAll(async () => {
    two = await start();
  }, 600_000);

  afterAll(() => two.close());

  const send = async (text: string, headers = {}) =>
    idOf(await ask(`POST ${messagesWith(two, two.bob)}`, two.alice.asks({ json: { body: aDocument(text) }, headers })));
  const readAsBob = async () => {
    const { status, body } = await ask(`GET ${messagesWith(two, two.alice)}`, two.bob.asks());
    expect([status, body]).toEqual([200, expect.objectContaining({ values: expect.any(Array) })]);
    return body as { values: { id: string; text: string; editedAt: string | null }[] };
  };

  describe('5. POST /site/{cloudId}/conversation/user/{userId}/message', () => {
    test('a document in a member `body` is sent: 201 and its id, and nothing else', async () => {
      const { status, body } = await ask(
        `POST ${messagesWith(two, two.bob)}`,
        two.alice.asks({ json: { body: aDocument('wrapped') } }),
      );
      expect([status, body]).toEqual([201, { id: uuid }]);
    });

    test('it arrives as it was sent, under the name of the client that sent it', async () => {
      const id = await send('as it was');
      const { values } = await readAsBob();
      expect(values.at(-1)).toEqual({
        id,
        body: aDocument('as it was'),
        text: 'as it was',
        sender: { id: two.alice.id, kind: 'client' },
        ts: time,
        conversationId: uuid,
        editedAt: null,
        deletedAt: null,
        issue: null,
        origin: { kind: 'client', label: expect.any(String) },
      });
    });

    test('a bare document is sent', async () => {
      expect(
        (await ask(`POST ${messagesWith(two, two.bob)}`, two.alice.asks({ json: aDocument('bare') }))).status,
      ).toBe(201);
      expect((await readAsBob()).values.at(-1)?.text).toBe('bare');
    });

    test('plain text is sent as it stands, Markdown as what it means', async () => {
      const raw = 'Für *dich*';
      await ask(
        `POST ${messagesWith(two, two.bob)}`,
        two.alice.asks({ raw, headers: { 'Content-Type': 'text/plain' } }),
      );
      await ask(
        `POST ${messagesWith(two, two.bob)}`,
        two.alice.asks({ raw, headers: { 'Content-Type': 'text/markdown; charset=utf-8' } }),
      );
      expect((await readAsBob()).values.slice(-2).map(({ text }) => text)).toEqual(['Für *dich*', 'Für dich']);
    });

    test('it can be about an issue, named in the body or beside a text', async () => {
      const issue = { id: '10001', key: 'WEB-1' };
      await ask(`POST ${messagesWith(two, two.bob)}`, two.alice.asks({ json: { body: aDocument(), issue } }));
      const headers = { 'Content-Type': 'text/plain' };
      await ask(
        `POST ${messagesWith(two, two.bob)}?issueId=10001&issueKey=WEB-1`,
        two.alice.asks({ raw: 'text', headers }),
      );
      const { body } = await ask(`GET ${messagesWith(two, two.alice)}?issue=10001`, two.bob.asks());
      expect(body).toMatchObject({ values: [{ issue }, { issue, text: 'text' }] });
    });

    test.each([
      ['beside the document', { color: 1 }],
      ['of the issue', { issue: { id: '10001', key: 'WEB-1', color: 1 } }],
      ['of the origin', { origin: { kind: 'client', label: null, color: 1 } }],
    ])('members %s that nobody knows are ignored', async (_, members) => {
      const id = idOf(
        await ask(`POST ${messagesWith(two, two.bob)}`, two.alice.asks({ json: { body: aDocument(), ...members } })),
      );
      const { values } = await readAsBob();
      expect(values.at(-1)).toMatchObject({ id });
      expect(JSON.stringify(values.at(-1))).not.toContain('color');
    });

    test('the same key sends once, and a replay says that it is one', async () => {
      const question = two.alice.asks({ json: { body: aDocument('once') }, headers: { 'Idempotency-Key': 'once-1' } });
      const first = await ask(`POST ${messagesWith(two, two.bob)}`, question);
      const second = await ask(`POST ${messagesWith(two, two.bob)}`, question);
      expect([second.status, second.body]).toEqual([201, first.body]);
      expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
      expect((await readAsBob()).values.filter(({ text }) => text === 'once')).toHaveLength(1);
    });

    test('the same key for other words is 422', async () => {
      const headers = { 'Idempotency-Key': 'twice-1' };
      await send('first words', headers);
      const { status, body } = await ask(
        `POST ${messagesWith(two, two.bob)}`,
        two.alice.asks({ json: { body: aDocument('others') }, headers }),
      );
      expect([status, body]).toEqual([422, expect.objectContaining({ error: 'idempotency_mismatch' })]);
    });

    test('a document at its limit of size is sent, and one over it is 413', async () => {
      const room = 64 * 1024 - JSON.stringify(aDocument('')).length;
      const statuses = [];
      for (const length of [room, room + 1]) {
        statuses.push(
          (
            await ask(
              `POST ${messagesWith(two, two.bob)}`,
              two.alice.asks({ json: { body: aDocument('a'.repeat(length)) } }),
            )
          ).status,
        );
      }
      expect(statuses).toEqual([201, 413]);
    });
  });

  describe('6. PUT /site/{cloudId}/conversation/user/{userId}/message/{messageId}', () => {
    test('it answers 200 and the id, which stays; the words are the new ones and the message is known as edited', async () => {
      const id = await send('before');
      const { status, body } = await ask(
        `PUT ${messagesWith(two, two.bob)}/${id}`,
        two.alice.asks({ json: aDocument('after') }),
      );
      expect([status, body]).toEqual([200, { id }]);
      expect((await readAsBob()).values.at(-1)).toMatchObject({ id, text: 'after', editedAt: time });
    });

    test('without a body it is 400 and names it', async () => {
      const { status, body } = await ask(`PUT ${messagesWith(two, two.bob)}/${await send('kept')}`, two.alice.asks());
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({ details: [{ field: 'body', rule: 'is required' }] }),
      ]);
    });
  });

  describe('7. DELETE /site/{cloudId}/conversation/user/{userId}/message/{messageId}', () => {
    test('it answers 204 and nothing, and leaves a tombstone without words', async () => {
      const id = await send('to be gone');
      const headers = { 'Content-Type': 'application/json' };
      const { status, body } = await ask(`DELETE ${messagesWith(two, two.bob)}/${id}`, two.alice.asks({ headers }));
      expect([status, body]).toEqual([204, undefined]);
      expect((await readAsBob()).values.at(-1)).toMatchObject({ id, body: null, text: '', deletedAt: time });
    });

    test('a deleted message can neither be edited nor deleted again', async () => {
      const id = await send('to be gone');
      await ask(`DELETE ${messagesWith(two, two.bob)}/${id}`, two.alice.asks());
      expect((await ask(`DELETE ${messagesWith(two, two.bob)}/${id}`, two.alice.asks())).status).toBe(404);
      expect((await ask(`PUT ${messagesWith(two, two.bob)}/${id}`, two.alice.asks({ json: aDocument() }))).status).toBe(
        404,
      );
    });
  });

  describe('GET /site/{cloudId}/conversation/user/{userId}/message, ours', () => {
    test('it reads nothing where there is nothing, and creates nothing', async () => {
      const nobody = 'someone-new';
      const { status, body } = await ask(`GET ${messagesWith(two, { id: nobody })}`, two.alice.asks());
      expect([status, body]).toEqual([200, { values: [], before: null, after: null }]);
      const { body: list } = await ask(`GET ${two.conversations}?user=${nobody}`, two.alice.asks());
      expect(list).toMatchObject({ size: 0 });
    });

    test('who reads on after a message misses nothing', async () => {
      const [first, second, third] = [await send('1'), await send('2'), await send('3')];
      const { body } = await ask(
        `GET ${messagesWith(two, two.alice)}?afterMessage=${first?.toUpperCase()}`,
        two.bob.asks(),
      );
      expect((body as { values: { id: string }[] }).values.map(({ id }) => id)).toEqual([second, third]);
    });

    test.each([
      'color=red',
      'limit=76',
      'afterMessage=1',
      'afterTimestamp=today',
      'beforeTimestamp=2026-01-01T00:00:00.000Z&limit=5&beforeMessage=0192f000-0000-7000-8000-000000000000',
    ])('%s is 400', async (query) => {
      expect((await ask(`GET ${messagesWith(two, two.bob)}?${query}`, two.alice.asks())).status).toBe(400);
    });
  });
});
