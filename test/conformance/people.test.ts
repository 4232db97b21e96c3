import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { appId, type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { otherSite, runService, site, type TestService } from '../shared/service/running-service';
import { idOf, time, uuid } from './two-clients';

let forge: ForgeSigner;
let service: TestService;
let base: string;

beforeAll(async () => {
  forge = await startForgeSigner();
  const env = forge.env;
  service = await runService({ env });
  base = `${service.url}/site/${site}`;
}, 600_000);

afterAll(async () => {
  await service.close();
  await forge.close();
});

/** Asks as a person; as the app itself without one. `target` is a method and a path below the site. */
async function as(person: string | null, target: `${string} ${string}`, json?: unknown) {
  const [method, path] = target.split(' ');
  const headers: Record<string, string> = person === null ? {} : { 'Aside-Account-Id': person };
  return ask(`${method} ${base}${path}`, { token: await forge.sign(), headers, ...(json !== undefined && { json }) });
}
const send = (from: string, to: string, text = 'Hello') =>
  as(from, `POST /conversation/user/${to}/message`, { body: aDocument(text) });
const refusal = (error: string, field?: string) =>
  expect.objectContaining({ error, ...(field && { details: [{ field, rule: expect.any(String) }] }) });

describe('GET and PUT /site/{cloudId}/preference', () => {
  const unchosen = { enterSends: false, quiet: null, away: null };
  const quiet = { receipts: false, mentionsPassMute: false, notices: { person: true, rule: false, client: true } };

  test('everything is on for who never chose', async () => {
    const { status, body } = await as('pia', 'GET /preference');
    expect([status, body]).toEqual([
      200,
      { receipts: true, mentionsPassMute: true, ...unchosen, notices: { person: true, rule: true, client: true } },
    ]);
  });

  test('what is put is answered, and kept for the caller alone', async () => {
    const put = await as('pia', 'PUT /preference', { ...quiet, enterSends: true });
    const kept = { ...unchosen, ...quiet, enterSends: true };
    expect([put.status, put.body]).toEqual([200, kept]);
    expect((await as('pia', 'GET /preference')).body).toEqual(kept);
    expect((await as('pit', 'GET /preference')).body).toMatchObject({ receipts: true });
  });

  test('what a put does not name stays as it is', async () => {
    const all = { person: true, rule: true, client: true };
    const on = { receipts: true, mentionsPassMute: true, ...unchosen, notices: all };
    expect((await as('pam', 'PUT /preference', {})).body).toEqual(on);
    expect((await as('pam', 'PUT /preference', { notices: { rule: false } })).body).toEqual({
      ...{ ...on, notices: { person: true, rule: false, client: true } },
    });
    expect((await as('pam', 'PUT /preference', { receipts: false })).body).toEqual({
      ...{ ...on, receipts: false, notices: { person: true, rule: false, client: true } },
    });
    const both = [{ notices: { person: false } }, { mentionsPassMute: false, notices: { rule: true, client: false } }];
    await Promise.all(both.map((json) => as('pam', 'PUT /preference', json)));
    expect((await as('pam', 'GET /preference')).body).toEqual({
      ...{ ...unchosen, receipts: false, mentionsPassMute: false },
      notices: { person: false, rule: true, client: false },
    });
  });

  test.each([
    ['a member of another name', { ...quiet, mail: true }, 'body/mail'],
    ['a kind of notice of another name', { ...quiet, notices: { ...quiet.notices, sms: true } }, 'body/notices/sms'],
    ['text for yes or no', { ...quiet, receipts: 'yes' }, 'body/receipts'],
    ['a list', [], 'body'],
  ])('%s is 400 and named by its field', async (_, json, field) => {
    const { status, body } = await as('pia', 'PUT /preference', json);
    expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
  });
});

describe('GET /site/{cloudId}/block, PUT and DELETE /site/{cloudId}/block/{userId}', () => {
  test('who is blocked gets 403 for a direct message, by account and by conversation, until it is lifted', async () => {
    await send('bea', 'ben');
    const conversation = idOf(await as('bea', 'GET /conversation/user/ben'));
    const put = await as('ben', 'PUT /block/bea');
    expect([put.status, put.body]).toEqual([204, undefined]);
    for (const answer of [
      await send('bea', 'ben'),
      await as('bea', `POST /conversation/${conversation}/message`, { body: aDocument() }),
    ]) {
      expect([answer.status, answer.body]).toEqual([403, refusal('blocked')]);
    }
    expect((await send('ben', 'bea')).status).toBe(201);
    const removed = await as('ben', 'DELETE /block/bea');
    expect([removed.status, removed.body]).toEqual([204, undefined]);
    expect((await send('bea', 'ben')).status).toBe(201);
  });

  test('who is blocked reads on, and opens the conversation that is there but no new one', async () => {
    await send('cia', 'cem');
    await as('cem', 'PUT /block/cia');
    await as('cem', 'PUT /block/cleo');
    expect((await as('cia', 'GET /conversation/user/cem/message')).body).toMatchObject({ values: [{ text: 'Hello' }] });
    expect((await as('cia', 'GET /conversation/user/cem')).status).toBe(200);
    const fresh = await as('cleo', 'GET /conversation/user/cem');
    expect([fresh.status, fresh.body]).toEqual([403, refusal('blocked')]);
  });

  test('who is blocked may still delete what they sent, and no longer change it', async () => {
    const sent = idOf(await send('cora', 'curt'));
    await as('curt', 'PUT /block/cora');
    const message = `/conversation/user/curt/message/${sent}`;
    const conversation = idOf(await as('cora', 'GET /conversation/user/curt'));
    for (const path of [message, `/conversation/${conversation}/message/${sent}`]) {
      const edited = await as('cora', `PUT ${path}`, { body: aDocument('Sorry') });
      expect([edited.status, edited.body]).toEqual([403, refusal('blocked')]);
    }
    expect((await as('cora', `DELETE ${message}`)).status).toBe(204);
  });

  test('who is blocked cannot add the one who did so to a group: 403, which tells who and not why', async () => {
    const group = idOf(await as('cato', 'POST /conversation', { name: 'Group', privacy: 'private' }));
    await as('cyd', 'PUT /block/cato');
    const { status, body } = await as('cato', `PATCH /conversation/${group}/roster`, { add: ['cleo', 'cyd'] });
    expect([status, body]).toEqual([
      403,
      expect.objectContaining({
        error: 'forbidden',
        details: [{ field: 'body/add/1', rule: 'cyd cannot be added' }],
      }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/block/i);
    expect((await as('cato', `GET /conversation/${group}/roster`)).body).toMatchObject({ values: ['cato'] });
    expect((await as('cyd', `GET /conversation/${group}`)).status).toBe(404);
  });

  test('nor begin one with them: the place named is that of what was sent', async () => {
    await as('cyd', 'PUT /block/cato');
    const members = ['cato', 'cleo', 'cleo', 'cyd'];
    const json = { name: 'Beside', privacy: 'private', issue: { id: '10001', key: 'SHOP-1' }, members };
    const { status, body } = await as('cato', 'POST /conversation', json);
    const details = [{ field: 'body/members/3', rule: 'cyd cannot be added' }];
    expect([status, body]).toEqual([403, expect.objectContaining({ error: 'forbidden', details })]);
  });

  test('the list is the caller’s own, in pages', async () => {
    for (const id of ['d2', 'd1', 'd3', 'd1']) expect((await as('dora', `PUT /block/${id}`)).status).toBe(204);
    const first = (await as('dora', 'GET /block?limit=2')).body as { cursor: string };
    expect(first).toEqual({
      values: [
        { id: 'd1', blocked: time },
        { id: 'd2', blocked: time },
      ],
      ...{ cursor: expect.stringMatching(/./), limit: 2, size: 2 },
    });
    const last = await as('dora', `GET /block?limit=2&cursor=${first.cursor}`);
    expect(last.body).toMatchObject({ values: [{ id: 'd3' }], cursor: '', size: 1 });
    expect((await as('d1', 'GET /block')).body).toEqual({ values: [], cursor: '', limit: 75, size: 0 });
    expect((await as('d1', `GET /block?cursor=${first.cursor}`)).status).toBe(400);
  });

  test('lifting a block that is not there is no fault', async () => {
    expect((await as('dora', 'DELETE /block/nobody')).status).toBe(204);
  });

  test.each(['emma', 'unidentified', 'a%20b'])('%s cannot be blocked by emma: 400', async (id) => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const { status, body } = await as('emma', `${method} /block/${id}`);
      expect([status, body]).toEqual([400, refusal('invalid_request', 'path.userId')]);
    }
  });
});

describe('PUT and DELETE …/conversation/{conversationId}/mute', () => {
  const isMuted = async (person: string) => {
    const { body } = await as(person, 'GET /conversation?expand=activity');
    return (body as { values: { isMuted: boolean }[] }).values.map((one) => one.isMuted);
  };

  test('a mute is the caller’s own, and shown with expand=activity', async () => {
    await send('fay', 'fin');
    const conversation = idOf(await as('fay', 'GET /conversation/user/fin'));
    const put = await as('fay', `PUT /conversation/${conversation}/mute`);
    expect([put.status, put.body]).toEqual([204, undefined]);
    expect([await isMuted('fay'), await isMuted('fin')]).toEqual([[true], [false]]);
    expect((await as('fay', `DELETE /conversation/${conversation}/mute`)).status).toBe(204);
    expect(await isMuted('fay')).toEqual([false]);
  });

  test('what one may not see is 404, and a public group that one is not in is 403', async () => {
    const direct = idOf(await as('fay', 'GET /conversation/user/fin'));
    const { body } = await as('fay', 'POST /conversation', { name: 'Open', privacy: 'public' });
    const { id: open } = body as { id: string };
    for (const method of ['PUT', 'DELETE'] as const) {
      expect((await as('eve', `${method} /conversation/${direct}/mute`)).body).toEqual(refusal('not_found'));
      expect((await as('eve', `${method} /conversation/${open}/mute`)).body).toEqual(refusal('forbidden'));
      expect((await as('fay', `${method} /conversation/${open}/mute`)).status).toBe(204);
    }
  });
});

describe('GET /site/{cloudId}/account', () => {
  test('the app is told everybody of whom anything is kept, in pages, and no client', async () => {
    await send('gil', 'gus');
    const client = await service.addClient();
    const token = await fetchToken(service.url, client);
    await ask(`POST ${base}/conversation/user/gil/message`, { token, json: { body: aDocument() } });
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await as(null, `GET /account?limit=3&cursor=${cursor}`);
      expect(status).toBe(200);
      const page = body as { values: { id: string }[]; cursor: string; limit: number; size: number };
      expect([page.limit, page.size]).toEqual([3, page.values.length]);
      ids.push(...page.values.map(({ id }) => id));
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toEqual(expect.arrayContaining(['gil', 'gus']));
    expect(ids.filter((id) => id.includes('client:'))).toEqual([]);
  });
});

describe('POST /site/{cloudId}/account/{userId}/erase', () => {
  test('the words of an account are gone for everybody, and their places stay', async () => {
    await send('hana', 'hugo', 'Secret');
    await send('hugo', 'hana', 'Answer');
    const { status, body } = await as(null, 'POST /account/hana/erase');
    expect([status, body]).toEqual([200, { messages: 1, isFinished: true }]);
    const { body: list } = await as('hugo', 'GET /conversation/user/hana/message');
    expect(list).toMatchObject({
      values: [
        { text: '', body: null, deletedAt: time, sender: { id: 'hana' } },
        { text: 'Answer', deletedAt: null },
      ],
    });
    const records = await service.store.listAudit(site, null);
    const deed = { actor: `app:${appId}`, action: 'account-erased', subject: 'hana', details: { messages: 1 } };
    expect(records).toContainEqual(expect.objectContaining(deed));
  });

  test('again, or for an account that nobody knows, it finds nothing to do', async () => {
    for (const id of ['hana', 'nobody']) {
      expect((await as(null, `POST /account/${id}/erase`)).body).toEqual({ messages: 0, isFinished: true });
    }
  });
});

describe('GET /site/{cloudId}/unread', () => {
  const unreadOf = async (person: string, query = '') => {
    const { body } = await as(null, `GET /unread${query}`);
    const { values } = body as { values: { user: { id: string } }[] };
    return values.filter(({ user }) => user.id === person);
  };

  test('the app is told the first unread message of each, without words', async () => {
    const sent = await as(null, 'POST /conversation/user/ida/message', {
      body: aDocument('Secret'),
      issue: { id: '10001', key: 'SHOP-1' },
      origin: { kind: 'rule', label: 'Secret too', account: 'ivo' },
    });
    expect(await unreadOf('ida')).toEqual([
      {
        ...{ user: { id: 'ida' }, conversationId: uuid, type: 'direct' },
        first: {
          ...{ id: idOf(sent), ts: time, sender: { id: `app:${appId}`, kind: 'app' } },
          issue: { id: '10001', key: 'SHOP-1' },
          origin: { kind: 'rule', account: 'ivo' },
        },
        later: 0,
      },
    ]);
    const { body } = await as(null, 'GET /unread');
    expect(JSON.stringify(body)).not.toContain('Secret');
  });

  test('what one muted, or does not want to be told of, is left out', async () => {
    await send('jan', 'jil');
    const conversation = idOf(await as('jil', 'GET /conversation/user/jan'));
    expect(await unreadOf('jil')).toHaveLength(1);
    await as('jil', `PUT /conversation/${conversation}/mute`);
    expect(await unreadOf('jil')).toHaveLength(0);
    await as('jil', `DELETE /conversation/${conversation}/mute`);
    await as('jil', 'PUT /preference', { receipts: true, notices: { person: false, rule: true, client: true } });
    expect(await unreadOf('jil')).toHaveLength(0);
  });

  test('since leaves out what was first unread before it, and pages go on', async () => {
    await send('kai', 'kim');
    expect(await unreadOf('kim', `?since=${new Date(Date.now() + 60_000).toISOString()}`)).toHaveLength(0);
    expect(await unreadOf('kim', `?since=${new Date(Date.now() - 60_000).toISOString()}`)).toHaveLength(1);
    const { body } = await as(null, 'GET /unread?limit=1');
    const { cursor, size } = body as { cursor: string; size: number };
    expect(size).toBe(1);
    const next = await as(null, `GET /unread?limit=1&cursor=${cursor}`);
    expect(next.body).not.toMatchObject({ values: (body as { values: unknown[] }).values });
    expect((await as(null, `GET /unread?limit=1&since=2026-01-01T00:00:00Z&cursor=${cursor}`)).status).toBe(400);
  });

  test.each(['since=yesterday', 'limit=0', 'limit=76', 'cursor=abc', 'color=red'])('%s is 400', async (query) => {
    expect((await as(null, `GET /unread?${query}`)).status).toBe(400);
  });
});

describe('GET /site/{cloudId}/reminder/due', () => {
  const [hour, later] = ['2026-11-02T09:00:00Z', '2026-11-02T10:00:00Z'];

  test.each([
    ['since', '2016-12-31T23:59:60Z', later],
    ['until', hour, '2026-11-02T10:00:00Z[Europe/Berlin]'],
  ])('a time that is none on this clock is 400 and names %s', async (name, since, until) => {
    const times = new URLSearchParams({ since, until });
    const { status, body } = await as(null, `GET /reminder/due?${times}`);
    expect([status, body]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
    expect(JSON.stringify(body)).toContain(`query.${name}`);
    expect((await as(null, `GET /reminder/due?since=${hour}&until=${later}`)).status).toBe(200);
  });
});

describe('GET /site/{cloudId}/audit', () => {
  test('the app is told who did what, from either end, in pages', async () => {
    for (const id of ['old', 'new']) await as(null, `POST /account/${id}/erase`);
    const read = async (query: string) => {
      const { status, body } = await as(null, `GET /audit?${query}`);
      expect(status).toBe(200);
      return body as { values: { id: string; action: string; subject: string }[]; cursor: string; size: number };
    };
    const newest = await read('sort=desc&limit=1');
    expect(newest).toEqual({
      values: [
        {
          ...{ id: uuid, at: time, actor: `app:${appId}`, action: 'account-erased', subject: 'new' },
          details: { messages: 0 },
        },
      ],
      ...{ cursor: expect.stringMatching(/./), limit: 1, size: 1 },
    });
    const all: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await read(`limit=2&cursor=${cursor}`);
      all.push(...page.values.map(({ id }) => id));
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(all).toEqual([...new Set(all)].sort());
    expect(all.at(-1)).toBe(newest.values[0]?.id);
    expect((await as(null, `GET /audit?limit=2&sort=asc&cursor=${newest.cursor}`)).status).toBe(400);
  });

  test.each(['limit=0', 'limit=76', 'sort=up', 'cursor=abc', 'color=red'])('%s is 400', async (query) => {
    expect((await as(null, `GET /audit?${query}`)).status).toBe(400);
  });
});

describe('POST /site/{cloudId}/audit', () => {
  const rotated = { action: 'trigger-secret-rotated', account: 'carla', done: '2026-11-30T09:00:00.000Z' };
  const switches = { isOn: false, rulesMaySend: true, projectsOff: ['20001', '20002'] };
  const newest = async () => (await as(null, 'GET /audit?sort=desc&limit=1')).body as { values: { id: string }[] };

  test('the app notes what an administrator did, and when', async () => {
    const { status, body } = await as(null, 'POST /audit', { ...rotated, action: 'switches-saved', switches });
    expect([status, body]).toEqual([201, { id: uuid, at: time }]);
    const details = { done: rotated.done, people: 'off', rules: 'on', projectsOff: '20001,20002' };
    const record = { actor: 'carla', action: 'switches-saved', subject: null, details };
    expect((await newest()).values).toEqual([{ ...(body as object), ...record }]);
  });

  test('twice under one key is once, and another deed under it is refused', async () => {
    const note = async (json: object) =>
      ask(`POST ${base}/audit`, { token: await forge.sign(), json, headers: { 'Idempotency-Key': 'deed-1' } });
    const [first, second] = [await note(rotated), await note(rotated)];
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect((await newest()).values).toMatchObject([{ id: (first.body as { id: string }).id }]);
    const all = (await service.store.listAudit(site, null)).filter(({ action }) => action === rotated.action);
    expect(all).toHaveLength(1);
    expect((await note({ ...rotated, account: 'cem' })).status).toBe(422);
  });

  test.each<[string, object]>([
    ['an action of its own', { ...rotated, action: 'account-erased' }],
    ['words', { ...rotated, note: 'Because I can' }],
    ['a name for a project', { ...rotated, action: 'switches-saved', switches: { ...switches, projectsOff: ['WEB'] } }],
    [
      'too many projects',
      { ...rotated, action: 'switches-saved', switches: { ...switches, projectsOff: Array(501).fill('1') } },
    ],
    ['no time', { ...rotated, done: 'yesterday' }],
    ['switches with what has none', { ...rotated, switches }],
    ['none with what has some', { ...rotated, action: 'switches-saved' }],
  ])('%s is 400, and nothing is noted', async (_, json) => {
    const before = await newest();
    expect((await as(null, 'POST /audit', json)).status).toBe(400);
    expect(await newest()).toEqual(before);
  });
});

describe('GET /site/{cloudId}/health', () => {
  test('the app is told version, store and limits', async () => {
    const { status, body } = await as(null, 'GET /health');
    expect(status).toBe(200);
    expect(body).toEqual({
      version: expect.any(String),
      store: service.store.kind,
      features: expect.arrayContaining(['read-by-issue', 'rule-accounts']),
      claims: expect.arrayContaining([{ name: 'iss', value: 'forge/invocation-token' }]),
      limits: { documentBytes: 65_536, documentDepth: 32, sendsOfAccount: 0, sendsOfClient: 0, reads: 0 },
    });
  });
});

describe('what is for the app alone', () => {
  const targets = [
    'GET /account',
    'POST /account/x/erase',
    'GET /unread',
    'GET /audit',
    'POST /audit',
    'GET /health',
  ] as const;

  test.each(targets)('%s refuses people and clients by their scope', async (target) => {
    const token = await fetchToken(service.url, await service.addClient());
    const [method, path] = target.split(' ');
    for (const answer of [await as('eve', target), await ask(`${method} ${base}${path}`, { token })]) {
      expect([answer.status, answer.body]).toEqual([401, refusal('scope_missing')]);
    }
  });

  test.each(targets)('%s of another site is 403', async (target) => {
    const [method, path] = target.split(' ');
    const elsewhere = `${service.url}/site/${otherSite}${path}`;
    expect((await ask(`${method} ${elsewhere}`, { token: await forge.sign() })).status).toBe(403);
  });
});
