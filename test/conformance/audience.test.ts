import { aDocument } from '../shared/service/a-document';
import { ask } from '../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, site, type TestService } from '../shared/service/running-service';
import { idOf } from './two-clients';

jest.setTimeout(600_000);

let forge: ForgeSigner;
let service: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({ env: forge.env });
});

afterAll(async () => {
  await service.close();
  await forge.close();
});

async function as(person: string | null, target: `${string} ${string}`, json?: unknown) {
  const [method, path] = target.split(' ');
  const headers = person === null ? { 'Aside-Speaks-As': 'app' } : { 'Aside-Account-Id': person };
  const question = { token: await forge.sign(), headers, ...(json !== undefined && { json }) };
  return ask(`${method} ${service.url}/site/${site}${path}`, question);
}

interface Read {
  readonly values: readonly { readonly id: string; readonly text: string; readonly notice?: object }[];
}

async function openGroup(privacy: 'private' | 'public') {
  const id = idOf(await as('ann', 'POST /conversation', { name: 'Group', privacy }));
  const say = async (from: string, text: string) =>
    idOf(await as(from, `POST /conversation/${id}/message`, { body: aDocument(text) }));
  const read = async (who: string) => {
    const { body } = await as(who, `GET /conversation/${id}/message`);
    return (body as Read).values.map(({ text, notice }) => (notice === undefined ? text : 'notice'));
  };
  return { id, say, read };
}

describe('a group that is made public', () => {
  test('says so, keeps publicFrom, and hides what was before from who comes by themselves', async () => {
    const { id, say, read } = await openGroup('private');
    const before = await say('ann', 'okapi before');
    const changed = await as('ann', `PATCH /conversation/${id}`, { privacy: 'public' });
    expect([changed.status, changed.body]).toMatchObject([200, { privacy: 'public', publicFrom: before }]);
    await say('ann', 'okapi after');
    expect([await read('ann'), await read('ben')]).toEqual([
      ['okapi before', 'notice', 'okapi after'],
      ['notice', 'okapi after'],
    ]);
    const { body } = await as('ben', `GET /conversation/${id}/message`);
    const [notice] = (body as Read).values;
    expect(notice).toMatchObject({
      ...{ sender: { id: 'service', kind: 'app' }, origin: null, issue: null },
      ...{ notice: { what: 'made-public', by: 'ann' }, text: expect.stringMatching(/^This group was made public/) },
    });
    for (const path of ['', '/context']) {
      expect((await as('ben', `GET /conversation/${id}/message/${before}${path}`)).status).toBe(404);
      expect((await as('ann', `GET /conversation/${id}/message/${before}${path}`)).status).toBe(200);
    }
    const recent = await as('ben', `GET /conversation/${id}/message/recent?limit=5`);
    expect((recent.body as Read).values).toHaveLength(2);
    const found = (await as('ben', 'GET /message?query=okapi')).body as Read;
    expect(found.values.map(({ text }) => text)).toEqual(['okapi after']);
    for (const method of ['PUT', 'DELETE']) {
      const json = method === 'PUT' ? { body: aDocument() } : undefined;
      const target = `${method} /conversation/${id}/message/${notice?.id}` as const;
      expect((await as('ann', target, json)).status).toBe(403);
    }
    await say('ben', 'I join');
    expect(await read('ben')).toEqual(['notice', 'okapi after', 'I join']);
    const audit = await as(null, 'GET /audit?sort=desc&limit=1');
    expect(audit.body).toMatchObject({
      values: [{ action: 'group-made-public', actor: 'ann', subject: id, details: { publicFrom: before } }],
    });
  });

  test('one that was created so has nothing hidden', async () => {
    const { id, say, read } = await openGroup('public');
    await say('ann', 'First');
    expect(await read('ben')).toEqual(['First']);
    expect((await as('ben', `GET /conversation/${id}`)).body).not.toHaveProperty('publicFrom');
  });
});

describe('how far others have read', () => {
  test('is told as far as one reads oneself', async () => {
    const { id, say } = await openGroup('private');
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['cem'] });
    const json = { body: aDocument('About it'), issue: { id: '10007', key: 'WEB-7' } };
    const about = idOf(await as('ann', `POST /conversation/${id}/message`, json));
    await as('cem', `PUT /conversation/${id}/read`, { messageId: about, issue: '10007' });
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['dan'], history: 'from-now' });
    await as('ann', `PATCH /conversation/${id}`, { privacy: 'public' });
    const seenBy = async (who: string) => {
      const { body } = await as(who, 'GET /conversation?expand=activity&limit=75');
      const { values } = body as { values: { id: string; readBy: unknown[] }[] };
      return values.find((one) => one.id === id)?.readBy;
    };
    const [whole, ofIssue] = [
      { userId: 'cem', messageId: about },
      { userId: 'cem', messageId: about, issue: '10007' },
    ];
    expect([await seenBy('ann'), await seenBy('dan'), await seenBy('ben')]).toEqual([[whole, ofIssue], [], []]);
    const after = await say('ann', 'After');
    await as('cem', `PUT /conversation/${id}/read`, { messageId: after });
    const later = { userId: 'cem', messageId: after };
    expect([await seenBy('ann'), await seenBy('dan'), await seenBy('ben')]).toEqual([
      [later, ofIssue],
      [later],
      [later],
    ]);
  });
});

describe('whom the owner adds', () => {
  test('sees all, or with history: "from-now" what is later', async () => {
    const { id, say, read } = await openGroup('private');
    await say('ann', 'Before');
    const roster = `PATCH /conversation/${id}/roster` as const;
    expect((await as('ann', roster, { add: ['cem'] })).status).toBe(204);
    expect((await as('ann', roster, { add: ['dan'], history: 'from-now' })).status).toBe(204);
    await say('ann', 'After');
    expect([await read('cem'), await read('dan')]).toEqual([['Before', 'After'], ['After']]);
    const wrong = await as('ann', roster, { add: ['eve'], history: 'none' });
    expect([wrong.status, wrong.body]).toMatchObject([400, { details: [{ field: 'body/history' }] }]);
  });

  test('an owner who follows on is told in the group, and audited', async () => {
    const { id, read } = await openGroup('private');
    await as('ann', `PATCH /conversation/${id}/roster`, { add: ['fay'] });
    await as('ann', `PATCH /conversation/${id}/roster`, { remove: ['ann'] });
    expect(await read('fay')).toEqual(['notice']);
    expect((await as('fay', `GET /conversation/${id}/message`)).body).toMatchObject({
      values: [{ notice: { what: 'owner', by: 'fay' } }],
    });
    const { body } = await as('fay', 'GET /conversation?expand=activity');
    const { values } = body as { values: { id: string; unreadCount: number }[] };
    expect(values.find((one) => one.id === id)).toMatchObject({ unreadCount: 0 });
    expect((await as(null, 'GET /audit?sort=desc&limit=1')).body).toMatchObject({
      values: [{ action: 'group-owner-changed', actor: 'ann', subject: id, details: { owner: 'fay' } }],
    });
  });
});
