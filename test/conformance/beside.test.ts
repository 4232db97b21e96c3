import { aDocument } from '../shared/service/a-document';
import { runForSuite } from './own-service';
import { idOf } from './two-clients';

jest.setTimeout(600_000);

const own = runForSuite();
let issues = 70_000;
let issue: { readonly id: string; readonly key: string };

beforeEach(() => {
  issues += 1;
  issue = { id: String(issues), key: `SHOP-${issues}` };
});

const as = (person: string, target: `${string} ${string}`, json?: unknown, key?: string) =>
  own.as(person, target, {
    ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
    ...(json !== undefined && { json }),
  });

interface Listed {
  readonly values: readonly {
    readonly id: string;
    readonly text: string;
    readonly unreadCount?: number;
    readonly notice?: { readonly what: string };
  }[];
}

const found = (changes: object = {}, key?: string) =>
  as('ann', 'POST /conversation', { name: 'Beside', issue, members: ['ben', 'cat'], ...changes }, key);
const read = async (who: string, id: string) =>
  ((await as(who, `GET /conversation/${id}/message`)).body as Listed).values.map(
    ({ text, notice }) => notice?.what ?? text,
  );
const say = async (who: string, id: string, text: string, more: object = {}) =>
  idOf(await as(who, `POST /conversation/${id}/message`, { body: aDocument(text), ...more }));
/** What stands beside the issue for somebody. */
const beside = async (who: string) =>
  (await as(who, `GET /conversation?issue=${issue.id}&expand=activity`)).body as Listed;

describe('a group beside an issue', () => {
  test('begins private, with all its members, and stands beside the issue for each of them', async () => {
    const made = await found();
    expect([made.status, made.body]).toMatchObject([201, { type: 'group', privacy: 'private', issue }]);
    const id = idOf(made);
    expect((await as('cat', `GET /conversation/${id}/roster`)).body).toMatchObject({ values: ['ann', 'ben', 'cat'] });
    for (const who of ['ann', 'ben', 'cat']) {
      expect((await beside(who)).values).toMatchObject([{ id, issue, unreadCount: 0 }]);
    }
    expect((await beside('dee')).values).toEqual([]);
    const { body } = await as('ben', `GET /conversation/${id}/message`);
    expect(body).toMatchObject({
      values: [{ issue, origin: null, notice: { what: 'founded', by: 'ann', people: ['ben', 'cat'] } }],
    });
  });

  test('is made once by one key', async () => {
    const key = crypto.randomUUID();
    const [first, second] = [await found({}, key), await found({}, key)];
    expect([second.status, idOf(second)]).toEqual([201, idOf(first)]);
    expect(await read('ann', idOf(first))).toEqual(['founded']);
  });

  test('is about that issue, whatever a message leaves out; one that names another is about that', async () => {
    const id = idOf(await found());
    await say('ben', id, 'Of it');
    await say('ben', id, 'Of another', { issue: { id: '60001', key: 'SHOP-9' } });
    const { body } = await as('ann', `GET /conversation/${id}/message`);
    expect((body as { values: readonly object[] }).values.slice(1)).toMatchObject([
      { issue },
      { issue: { id: '60001' } },
    ]);
    expect((await beside('ann')).values).toMatchObject([{ id, unreadCount: 1 }]);
  });

  test('stays private, and is made so or not at all', async () => {
    const id = idOf(await found());
    expect((await as('ann', `PATCH /conversation/${id}`, { privacy: 'public' })).status).toBe(409);
    expect((await as('ann', `PATCH /conversation/${id}`, { name: 'Other', privacy: 'private' })).status).toBe(200);
    const refused = await found({ privacy: 'public' });
    expect([refused.status, refused.body]).toMatchObject([400, { details: [{ field: 'body/privacy' }] }]);
  });

  test('takes in nobody who has blocked its founder, names them, and is not made then', async () => {
    await as('eve', 'PUT /block/ann');
    const refused = await found({ members: ['ben', 'eve'] });
    expect([refused.status, refused.body]).toMatchObject([
      403,
      { error: 'forbidden', details: [{ field: 'body/members/1' }] },
    ]);
    expect((await beside('ann')).values).toEqual([]);
    await as('eve', 'DELETE /block/ann');
  });

  test.each([
    ['nobody', { members: ['unidentified'] }, 'body/members/0'],
    ['the app', { members: ['ben', 'app:x'] }, 'body/members/1'],
    ['a conversation to follow without an issue', { issue: undefined, follows: crypto.randomUUID() }, 'body/follows'],
  ])('is not made with %s', async (_, changes, field) => {
    const refused = await found(changes);
    expect([refused.status, refused.body]).toMatchObject([400, { details: [{ field }] }]);
  });

  test('tells of whom its owner adds, who read all, or what comes, and find it beside the issue at once', async () => {
    const id = idOf(await found());
    await say('ben', id, 'Before');
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['dee'] });
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['eve'], history: 'from-now' });
    // Who is in already is no news.
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['dee'] });
    await say('ben', id, 'After');
    expect(await read('dee', id)).toEqual(['founded', 'Before', 'added', 'added', 'After']);
    expect(await read('eve', id)).toEqual(['added', 'After']);
    expect((await beside('eve')).values).toMatchObject([{ id, unreadCount: 1 }]);
    const notices = (await as('ann', `GET /conversation/${id}/message`)).body as {
      values: readonly { notice?: object }[];
    };
    expect(notices.values.flatMap(({ notice }) => notice ?? []).slice(1)).toEqual([
      { what: 'added', by: 'ann', people: ['dee'] },
      { what: 'added', by: 'ann', people: ['eve'], history: 'from-now' },
    ]);
  });
});

describe('a conversation of two that goes on in a group', () => {
  async function openDirect() {
    const direct = idOf(await as('ann', 'GET /conversation/user/ben'));
    await as('ann', 'POST /conversation/user/ben/message', { body: aDocument('Between us'), issue });
    return direct;
  }

  test('is told so, and keeps its words: the group begins without them', async () => {
    const follows = await openDirect();
    const id = idOf(await found({ follows }));
    expect(await read('cat', id)).toEqual(['founded']);
    expect((await as('cat', `GET /conversation/${follows}/message`)).status).toBe(404);
    const { body } = await as('ben', `GET /conversation/user/ann/message?issue=${issue.id}`);
    expect((body as { values: readonly object[] }).values.at(-1)).toMatchObject({
      ...{ issue, sender: { id: 'service' }, notice: { what: 'continued', by: 'ann', conversationId: id } },
    });
  });

  test('is told once for a key, and not where the group is refused', async () => {
    const follows = await openDirect();
    const key = crypto.randomUUID();
    await found({ follows }, key);
    await found({ follows }, key);
    const refused = await found({ follows, members: ['cat'] });
    expect([refused.status, refused.body]).toMatchObject([400, { details: [{ field: 'body/members' }] }]);
    const { body } = await as('ann', `GET /conversation/user/ben/message?issue=${issue.id}`);
    expect((body as Listed).values.filter(({ notice }) => notice?.what === 'continued')).toHaveLength(1);
  });

  test('goes on for its ends alone, and no group does', async () => {
    const follows = await openDirect();
    const by = (who: string, what: string) =>
      as(who, 'POST /conversation', { name: 'X', issue, members: ['ben'], follows: what });
    expect((await by('cat', follows)).status).toBe(404);
    expect((await by('ann', idOf(await found()))).status).toBe(409);
  });
});
