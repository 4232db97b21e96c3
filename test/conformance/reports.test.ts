import { randomUUID } from 'node:crypto';
import { reportReasons } from '../../src/contract/report-reasons';
import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { runService, site } from '../shared/service/running-service';
import { runForSuite } from './own-service';
import { idOf, time, uuid } from './two-clients';

const own = runForSuite({ ASIDE_RATE_SENDS_ACCOUNT: '0' });
/** As a person; as the app without one. */
const as = (person: string | null, target: `${string} ${string}`, json?: unknown, at?: string) =>
  own.as(person, target, json === undefined ? {} : { json }, at);
const aPerson = (name: string) => `${name}-${randomUUID()}`;
const refusal = (error: string, field?: string) =>
  expect.objectContaining({ error, ...(field && { details: [{ field, rule: expect.any(String) }] }) });
const insult = { reason: 'insult', note: 'In front of everybody' };

async function aMessage(words = 'Unkind words') {
  const [ann, ben] = [aPerson('ann'), aPerson('ben')];
  const id = idOf(await as(ann, `POST /conversation/user/${ben}/message`, aDocument(words)));
  const conversation = idOf(await as(ann, `GET /conversation/user/${ben}`));
  return { ann, ben, id, conversation, path: `/conversation/${conversation}/message/${id}` };
}
type Waiting = { id: string; reporter: { id: string } };
/** All that waits for this administrator. */
async function listFor(account: string): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await as(null, `GET /review?account=${account}&limit=75&cursor=${cursor}`);
    const page = body as { values: Waiting[]; cursor: string };
    found.push(...page.values);
    cursor = page.cursor;
    if (cursor === '') return found;
  }
}
const findOf = async (reporter: string, account = 'admin') =>
  (await listFor(account)).filter((one) => one.reporter.id === reporter);
async function report(where: { ben: string; path: string }, said: object = insult) {
  const answer = await as(where.ben, `PUT ${where.path}/report`, said);
  expect(answer.status).toBe(204);
  return (await findOf(where.ben)).at(-1)?.id ?? '';
}
const outcomesOf = async (who: string) =>
  ((await as(who, 'GET /report')).body as { values: { outcome: string }[] }).values.map(({ outcome }) => outcome);
const auditOf = async (subject: string) => {
  const { body } = await as(null, 'GET /audit?sort=desc');
  return (body as { values: { subject: string | null; action: string; actor: string; details: object }[] }).values
    .filter((one) => one.subject === subject)
    .map(({ action, actor, details }) => ({ action, actor, details }));
};

describe('PUT …/message/{messageId}/report', () => {
  test('answers 204, and again is nothing new', async () => {
    const where = await aMessage();
    for (const said of [insult, { reason: 'spam' }]) {
      const { status, body } = await as(where.ben, `PUT ${where.path}/report`, said);
      expect([status, body]).toEqual([204, undefined]);
    }
    expect(await findOf(where.ben)).toEqual([
      {
        id: uuid,
        reporter: { id: where.ben },
        sender: { id: where.ann, kind: 'user' },
        reason: 'insult',
        reported: time,
        isGroup: false,
      },
    ]);
  });

  test('takes the reasons of the list alone, and a note of 500 characters', async () => {
    for (const reason of reportReasons) await report(await aMessage(), { reason, note: 'x'.repeat(500) });
    const { ben, path } = await aMessage();
    for (const [said, field] of [
      [{ reason: 'dislike' }, 'body/reason'],
      [{ note: 'No reason' }, 'body/reason'],
      [{ reason: 'spam', note: 'x'.repeat(501) }, 'body/note'],
      [{ reason: 'spam', to: 'somebody' }, 'body/to'],
    ] as const) {
      const { status, body } = await as(ben, `PUT ${path}/report`, said);
      expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
    }
  });

  test('is for who received it: 404 to who does not see it, 403 for one’s own and to who only reads the group', async () => {
    const { ann, path } = await aMessage();
    expect((await as(aPerson('eve'), `PUT ${path}/report`, insult)).status).toBe(404);
    expect((await as(ann, `PUT ${path}/report`, insult)).status).toBe(403);
    const owner = aPerson('owner');
    const group = idOf(await as(owner, 'POST /conversation', { name: 'Open', privacy: 'public' }));
    const id = idOf(await as(owner, `POST /conversation/${group}/message`, aDocument()));
    const reader = await as(aPerson('reader'), `PUT /conversation/${group}/message/${id}/report`, insult);
    expect([reader.status, reader.body]).toEqual([403, refusal('forbidden')]);
  });

  test('is 404 for a tombstone, and for who left the group', async () => {
    const { ann, ben, path } = await aMessage();
    await as(ann, `DELETE ${path}`);
    expect((await as(ben, `PUT ${path}/report`, insult)).status).toBe(404);
    const [owner, leaver] = [aPerson('owner'), aPerson('leaver')];
    const group = idOf(await as(owner, 'POST /conversation', { name: 'Closed', privacy: 'private' }));
    await as(owner, `PATCH /conversation/${group}/roster`, { add: [leaver] });
    const id = idOf(await as(owner, `POST /conversation/${group}/message`, aDocument()));
    await as(leaver, `PATCH /conversation/${group}/roster`, { remove: [leaver] });
    expect((await as(leaver, `PUT /conversation/${group}/message/${id}/report`, insult)).status).toBe(404);
  });

  test('holds against a block: whoever is blocked may report, too', async () => {
    const where = await aMessage();
    await as(where.ann, `PUT /block/${where.ben}`);
    await report(where);
  });

  test('counts as a send, and fifty of one person wait at most', async () => {
    const began = new Date();
    const node = await runService({
      env: { ...own.forge.env, ASIDE_RATE_SENDS_ACCOUNT: '2' },
      ...{ store: own.service.store, now: () => began },
    });
    const { ben, path } = await aMessage();
    const at = `${node.url}/site/${site}`;
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await as(ben, `PUT ${path}/report`, insult, at)).status);
    await node.close();
    expect(statuses).toEqual([204, 204, 429]);

    const [ann, busy] = [aPerson('ann'), aPerson('busy')];
    const paths: string[] = [];
    for (let n = 0; n < 51; n += 1) {
      const id = idOf(await as(ann, `POST /conversation/user/${busy}/message`, aDocument()));
      const conversation = idOf(await as(ann, `GET /conversation/user/${busy}`));
      paths.push(`/conversation/${conversation}/message/${id}/report`);
    }
    const answers = [];
    for (const one of paths) answers.push(await as(busy, `PUT ${one}`, insult));
    expect(answers.map(({ status }) => status)).toEqual([...Array(50).fill(204), 409]);
    expect(answers[50]?.body).toEqual(refusal('conflict', 'path.messageId'));
  });
});

describe('the reports that wait', () => {
  test('show no words, and none to who wrote what is reported', async () => {
    const where = await aMessage();
    await report(where);
    const shown = JSON.stringify(await listFor('admin'));
    expect(shown).not.toMatch(/Unkind|everybody/);
    expect(await findOf(where.ben, where.ann)).toEqual([]);
    expect(await findOf(where.ben, where.ben)).toHaveLength(1);
  });

  test('open with the words as they stood, which the audit notes each time', async () => {
    const where = await aMessage();
    const id = await report(where);
    const open = async () => (await as(null, `POST /review/${id}/look`, { account: 'admin' })).body;
    expect(await open()).toEqual({
      ...{ id, reporter: { id: where.ben }, sender: { id: where.ann, kind: 'user' }, isGroup: false },
      ...{
        reason: 'insult',
        note: insult.note,
        reported: time,
        sent: time,
        now: 'same',
        body: aDocument('Unkind words'),
      },
    });
    await as(where.ann, `PUT ${where.path}`, aDocument('Kind words'));
    expect(await open()).toMatchObject({ now: 'edited', body: aDocument('Unkind words') });
    await as(where.ann, `DELETE ${where.path}`);
    expect(await open()).toMatchObject({ now: 'deleted', body: aDocument('Unkind words') });
    const looked = { action: 'report-opened', actor: 'admin', details: {} };
    expect(await auditOf(id)).toEqual([looked, looked, looked]);
  });

  test('are not there for who wrote what is reported, whatever they ask', async () => {
    const where = await aMessage();
    const id = await report(where);
    const look = await as(null, `POST /review/${id}/look`, { account: where.ann });
    expect([look.status, look.body]).toEqual([404, refusal('not_found')]);
    const decision = { account: where.ann, outcome: 'dismissed' };
    expect((await as(null, `POST /review/${id}/decision`, decision)).status).toBe(404);
    expect(await auditOf(id)).toEqual([]);
    expect(await outcomesOf(where.ben)).toEqual(['open']);
  });
});

describe('a decision', () => {
  const decide = (id: string, outcome: string) =>
    as(null, `POST /review/${id}/decision`, { account: 'admin', outcome });

  test('that removes the message leaves a tombstone that says so to both ends, and every report of it is decided', async () => {
    const [owner, one, other] = [aPerson('owner'), aPerson('one'), aPerson('other')];
    const group = idOf(await as(owner, 'POST /conversation', { name: 'Crew', privacy: 'private' }));
    await as(owner, `PATCH /conversation/${group}/roster`, { add: [one, other] });
    const message = idOf(await as(owner, `POST /conversation/${group}/message`, aDocument('Unkind words')));
    const path = `/conversation/${group}/message/${message}`;
    for (const who of [one, other]) await as(who, `PUT ${path}/report`, insult);
    const [found] = await findOf(one);
    const id = found?.id ?? '';
    const { status, body } = await decide(id, 'removed');
    expect([status, body]).toEqual([200, { outcome: 'removed', conversationId: group, users: [] }]);
    for (const who of [owner, one, other]) {
      expect((await as(who, `GET ${path}`)).body).toMatchObject({
        body: null,
        text: '',
        deletedAt: time,
        removed: true,
      });
    }
    expect([await outcomesOf(one), await outcomesOf(other)]).toEqual([['removed'], ['removed']]);
    expect([await findOf(one), await findOf(other)]).toEqual([[], []]);
    expect(await auditOf(group)).toEqual([
      { action: 'message-removed', actor: 'admin', details: { message, report: id } },
    ]);
    expect((await as(owner, `GET /message?query=Unkind`)).body).toMatchObject({ values: [] });
  });

  test('that leaves it says so to the reporter alone, and nothing is left of the words', async () => {
    const where = await aMessage();
    const id = await report(where);
    const { body } = await decide(id, 'dismissed');
    expect(body).toEqual({
      outcome: 'dismissed',
      conversationId: where.conversation,
      users: [where.ann, where.ben].sort(),
    });
    expect((await as(where.ann, `GET ${where.path}`)).body).toMatchObject({ text: 'Unkind words', deletedAt: null });
    expect([await outcomesOf(where.ben), await outcomesOf(where.ann)]).toEqual([['dismissed'], []]);
    const look = await as(null, `POST /review/${id}/look`, { account: 'admin' });
    expect([look.status, look.body]).toEqual([409, refusal('conflict', 'path.reportId')]);
    expect(await auditOf(id)).toEqual([{ action: 'report-dismissed', actor: 'admin', details: {} }]);
  });

  test('is made once: the same again is nothing new, another one is a 409', async () => {
    const where = await aMessage();
    const id = await report(where);
    const both = await Promise.all([decide(id, 'removed'), decide(id, 'removed')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await decide(id, 'dismissed')).status).toBe(409);
    const removed = { action: 'message-removed', actor: 'admin', details: { message: where.id, report: id } };
    expect(await auditOf(where.conversation)).toEqual([removed]);
  });

  test('about what its author deleted leaves that as their deed, and takes the words that were kept', async () => {
    const where = await aMessage();
    const id = await report(where);
    await as(where.ann, `DELETE ${where.path}`);
    expect((await decide(id, 'removed')).status).toBe(200);
    expect((await as(where.ben, `GET ${where.path}`)).body).not.toHaveProperty('removed');
    expect((await as(null, `POST /review/${id}/look`, { account: 'admin' })).status).toBe(409);
  });

  test('lets the same person report again what was left', async () => {
    const where = await aMessage();
    await decide(await report(where), 'dismissed');
    await report(where, { reason: 'threat' });
    expect(await outcomesOf(where.ben)).toEqual(['open', 'dismissed']);
  });
});

describe('GET /client', () => {
  test('lists the clients of this site with the hour of their last use, and no secret', async () => {
    const made = await own.service.addClient({ scopes: ['participate:conversation'], sites: [site] });
    const elsewhere = await own.service.addClient({ scopes: ['participate:conversation'], sites: [randomUUID()] });
    const find = async (id: string) => {
      const { body } = await as(null, 'GET /client');
      return (body as { values: { id: string; used: string | null }[] }).values.find((one) => one.id === id);
    };
    expect(await find(made.id)).toEqual({
      ...{ id: made.id, name: expect.any(String), scopes: ['participate:conversation'] },
      ...{ created: time, revoked: null, used: null },
    });
    expect(await find(elsewhere.id)).toBeUndefined();
    const token = await fetchToken(own.service.url, made);
    await ask(`GET ${own.base}/conversation`, { token });
    await ask(`GET ${own.base}/conversation`, { token });
    let used = (await find(made.id))?.used;
    for (let n = 0; used == null && n < 50; n += 1) used = (await find(made.id))?.used;
    expect(used).toMatch(/T\d\d:00:00\.000Z$/);
  });
});

describe('GET /state', () => {
  test('tells the clock, how long messages are kept, and no certificate where no address is set', async () => {
    const { status, body } = await as(null, 'GET /state');
    expect([status, body]).toEqual([200, { now: time, retentionDays: null, purged: null, certificate: null }]);
    await own.service.store.setRetention(site, 365, 'cli:test');
    expect((await as(null, 'GET /state')).body).toMatchObject({ retentionDays: 365 });
  });
});
