import { ask } from '../shared/service/ask';
import { describeConformance } from './describe-conformance';
import type { TestClients } from './test-clients';
import { idOf, time, uuid } from './two-clients';

describeConformance((start) => {
  let two: TestClients;
  let site: string;

  beforeAll(async () => {
    two = await start();
    site = two.site;
  }, 600_000);

  afterAll(() => two.close());

  describe('1. GET /site/', () => {
    test.each(['/site/', '/site'])('%s lists the sites of the token', async (path) => {
      const { status, headers, body } = await ask(`GET ${two.base}${path}`, two.alice.asks());
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(body).toEqual({
        values: [{ cloudId: site, id: site, name: expect.any(String) }],
        _links: { [site]: `/site/${site}/conversation` },
      });
    });

    test('a GET may name a type for the body that it does not have, and accept anything', async () => {
      const headers = { 'Content-Type': 'application/json', Accept: '*/*' };
      expect((await ask(`GET ${two.base}/site/`, two.alice.asks({ headers }))).status).toBe(200);
    });
  });

  describe('2. GET /site/{cloudId}/conversation', () => {
    beforeAll(async () => {
      for (const name of ['Paging A', 'Paging B', 'Paging C']) {
        await ask(`POST ${two.conversations}`, two.alice.asks({ json: { name, privacy: 'private' } }));
      }
    });

    const list = async (query: string, question = two.alice.asks()) =>
      (await ask(`GET ${two.conversations}?${query}`, question)).body as {
        values: { name: string }[];
        cursor: string;
        limit: number;
        size: number;
      };

    test('it answers a page with its cursor, limit and size', async () => {
      const page = await list('query=paging&limit=2');
      expect(page).toMatchObject({ limit: 2, size: 2, cursor: expect.stringMatching(/./) });
      expect(page.values.map(({ name }) => name)).toEqual(['Paging A', 'Paging B']);
    });

    test('the cursor leads to the next page, and on the last one it is empty', async () => {
      const first = await list('query=paging&limit=2');
      const last = await list(`query=paging&limit=2&cursor=${first.cursor}`);
      expect(last).toMatchObject({ cursor: '', size: 1, values: [{ name: 'Paging C' }] });
    });

    test('an empty cursor begins at the first page', async () => {
      expect((await list('query=paging&cursor=')).size).toBe(3);
    });

    test('it sorts downwards when asked to', async () => {
      expect((await list('query=paging&sort=desc')).values.map(({ name }) => name)).toEqual([
        'Paging C',
        'Paging B',
        'Paging A',
      ]);
    });

    test('another one does not see private groups that it is not in', async () => {
      expect((await list('query=paging', two.bob.asks())).size).toBe(0);
    });

    test.each(['limit=0', 'limit=76', 'limit=x', 'sort=up', 'cursor=abc', 'limit=1&limit=2', 'expand=messages'])(
      '%s is 400',
      async (query) => {
        const { status, body } = await ask(`GET ${two.conversations}?${query}`, two.alice.asks());
        expect([status, body]).toEqual([
          400,
          expect.objectContaining({ error: 'invalid_request', details: [expect.anything()] }),
        ]);
      },
    );

    test('a cursor does not work for another caller or other filters', async () => {
      const { cursor } = await list('query=paging&limit=1');
      expect((await ask(`GET ${two.conversations}?query=paging&cursor=${cursor}`, two.bob.asks())).status).toBe(400);
      expect((await ask(`GET ${two.conversations}?query=other&cursor=${cursor}`, two.alice.asks())).status).toBe(400);
    });

    test('an unknown parameter is ignored', async () => {
      expect((await ask(`GET ${two.conversations}?color=red`, two.alice.asks())).status).toBe(200);
    });
  });

  describe('3. POST /site/{cloudId}/conversation', () => {
    test('it answers 201 and the conversation, public and without a topic where nothing is said', async () => {
      const { status, body } = await ask(
        `POST ${two.conversations}`,
        two.alice.asks({ json: { name: 'Release', color: 'red' } }),
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        cloudId: site,
        id: uuid,
        name: 'Release',
        topic: '',
        type: 'group',
        privacy: 'public',
        isArchived: false,
        created: time,
        modified: time,
      });
    });

    test('whoever made it can read it by its id, in either case', async () => {
      const id = idOf(
        await ask(`POST ${two.conversations}`, two.alice.asks({ json: { name: 'Mine', privacy: 'private' } })),
      );
      const { status, body } = await ask(`GET ${two.conversations}/${id.toUpperCase()}`, two.alice.asks());
      expect([status, body]).toEqual([200, expect.objectContaining({ id, name: 'Mine' })]);
      expect((await ask(`GET ${two.conversations}/${id}`, two.bob.asks())).status).toBe(404);
    });

    test.each([
      ['no name', { topic: 'x' }, 'body/name'],
      ['an empty name', { name: '' }, 'body/name'],
      ['a name of 256 characters', { name: 'n'.repeat(256) }, 'body/name'],
      ['a number for a name', { name: 1 }, 'body/name'],
      ['a topic of 1,001 characters', { name: 'n', topic: 't'.repeat(1001) }, 'body/topic'],
      ['an unknown privacy', { name: 'n', privacy: 'secret' }, 'body/privacy'],
      ['a list', [], 'body'],
    ])('%s is 400 and named by its field', async (_, json, field) => {
      const { status, body } = await ask(`POST ${two.conversations}`, two.alice.asks({ json }));
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({ details: [{ field, rule: expect.any(String) }] }),
      ]);
    });
  });

  describe('4. GET /site/{cloudId}/conversation/user/{userId}', () => {
    test('it answers one direct conversation for any number of calls from either end', async () => {
      const answers = await Promise.all([
        ...Array.from({ length: 4 }, () => ask(`GET ${two.conversations}/user/${two.bob.id}`, two.alice.asks())),
        ...Array.from({ length: 4 }, () => ask(`GET ${two.conversations}/user/${two.alice.id}`, two.bob.asks())),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(new Set(answers.map(idOf)).size).toBe(1);
      expect(answers[0]?.body).toMatchObject({
        type: 'direct',
        privacy: 'private',
        name: '',
        user: { id: two.bob.id },
      });
      expect(answers[7]?.body).toMatchObject({ user: { id: two.alice.id } });
    });

    test('the colon of an account id may come as %3A', async () => {
      const plain = await ask(`GET ${two.conversations}/user/${two.bob.id}`, two.alice.asks());
      const escaped = await ask(`GET ${two.conversations}/user/${encodeURIComponent(two.bob.id)}`, two.alice.asks());
      expect(idOf(escaped)).toBe(idOf(plain));
    });

    test('an account id of 128 characters is taken, percent-encoded in full or not', async () => {
      const account = 'x'.repeat(128);
      expect((await ask(`GET ${two.conversations}/user/${account}`, two.alice.asks())).status).toBe(200);
      expect((await ask(`GET ${two.conversations}/user/${'%78'.repeat(128)}`, two.alice.asks())).status).toBe(200);
    });

    test("one's own account, nobody's and a malformed one are 400", async () => {
      for (const account of [two.alice.id, 'unidentified', 'a%20b', 'x'.repeat(129), 'x'.repeat(600), '%zz']) {
        const { status, body } = await ask(`GET ${two.conversations}/user/${account}`, two.alice.asks());
        expect([account, status, body]).toEqual([account, 400, expect.objectContaining({ error: 'invalid_request' })]);
      }
    });
  });
});
