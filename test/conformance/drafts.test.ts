import { randomUUID } from 'node:crypto';
import { aDocument } from '../shared/service/a-document';
import { ask, fetchToken } from '../shared/service/ask';
import { site } from '../shared/service/running-service';
import { runForSuite } from './own-service';
import { idOf, time, uuid } from './two-clients';

const own = runForSuite({ ASIDE_RATE_SENDS_ACCOUNT: '0' });
const { as } = own;
const aPerson = (name: string) => `${name}-${randomUUID()}`;
const save = (who: string, query: string, text = 'Not yet') =>
  as(who, `PUT /draft?${query}`, { json: { body: aDocument(text) } });
const revisionOf = ({ body }: { body: unknown }) => (body as { revision: string }).revision;
const draftIn = async (who: string, query: string) => {
  const { status, body } = await as(who, `GET /draft?${query}`);
  return status === 200 ? body : status;
};
const refusal = (error: string, field?: string) =>
  expect.objectContaining({ error, ...(field && { details: [{ field, rule: expect.any(String) }] }) });
const openGroup = async (who: string, privacy: string, add: readonly string[] = []) => {
  const id = idOf(await as(who, 'POST /conversation', { json: { name: 'Group', privacy } }));
  if (add.length > 0) await as(who, `PATCH /conversation/${id}/roster`, { json: { add } });
  return id;
};

describe('a draft', () => {
  test('is answered as it was saved, in each form in which a message may be sent', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const saved = await save(ann, `user=${ben}&issue=10001`);
    expect([saved.status, saved.body]).toEqual([200, { revision: uuid, saved: time }]);
    expect(await draftIn(ann, `user=${ben}&issue=10001`)).toEqual({
      ...{ user: { id: ben }, issue: { id: '10001' }, messageId: null, revision: revisionOf(saved), saved: time },
      ...{ mediaType: 'application/json', body: aDocument('Not yet') },
    });
    const bare = await as(ann, `PUT /draft?user=${ben}`, { json: aDocument('bare') });
    expect(bare.status).toBe(200);
    for (const [type, raw] of [
      ['text/markdown', 'half **bo'],
      ['text/plain', '  '],
    ] as const) {
      const query = `user=${ben}&issue=2&revision=`;
      await as(ann, `DELETE /draft?user=${ben}&issue=2`);
      const sent = { raw, headers: { 'Content-Type': type } };
      expect((await as(ann, `PUT /draft?${query.replace('&revision=', '')}`, sent)).status).toBe(200);
      expect(await draftIn(ann, `user=${ben}&issue=2`)).toMatchObject({ mediaType: type, body: raw });
    }
  });

  test('is checked for its size and its shape alone', async () => {
    const who = aPerson('ann');
    const odd = {
      version: 1,
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { url: 'javascript:1' }, content: [7] }],
    };
    expect((await as(who, 'PUT /draft?user=x', { json: odd })).status).toBe(200);
    expect((await as(who, 'PUT /draft?user=y', { json: { version: 1, type: 'doc', content: [] } })).status).toBe(200);
    const large = aDocument('a'.repeat(66_000));
    const tooLarge = await as(who, 'PUT /draft?user=z', { json: { body: large } });
    expect([tooLarge.status, tooLarge.body]).toEqual([413, refusal('too_large', 'body/body')]);
    const text = { raw: 'a'.repeat(65_537), headers: { 'Content-Type': 'text/plain' } };
    expect((await as(who, 'PUT /draft?user=z', text)).status).toBe(413);
    expect(await draftIn(who, 'user=z')).toBe(404);
  });

  test('with a person and in the conversation with them is the same', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const first = await save(ann, `user=${ben}`);
    const { id } = (await as(ann, `GET /conversation/user/${ben}`)).body as { id: string };
    expect(await draftIn(ann, `conversation=${id}`)).toMatchObject({ user: { id: ben }, revision: revisionOf(first) });
    expect((await save(ann, `conversation=${id.toUpperCase()}`)).status).toBe(409);
    expect((await as(ann, `DELETE /draft?conversation=${id}&revision=${revisionOf(first)}`)).status).toBe(204);
    expect(await draftIn(ann, `user=${ben}`)).toBe(404);
  });

  test.each([
    ['no place', 'issue=1', 'query.user'],
    ['two places', `user=x&conversation=${randomUUID()}`, 'query.conversation'],
    ['no account', 'user=unidentified', 'query.user'],
    ['what is no revision', 'user=x&revision=1', 'query.revision'],
    ['a parameter that nobody knows', 'user=x&color=1', 'query.color'],
  ])('for %s is 400', async (_, query, field) => {
    const answers = [await save('ann', query), await as('ann', `DELETE /draft?${query}`)];
    for (const { status, body } of answers) expect([status, body]).toEqual([400, refusal('invalid_request', field)]);
  });

  test('for oneself is 400, and so is one about another issue than its place', async () => {
    expect((await save('ann', 'user=ann')).body).toEqual(refusal('invalid_request', 'query.user'));
    const json = { body: aDocument(), issue: { id: '2', key: 'SHOP-2' } };
    const { status, body } = await as('ann', 'PUT /draft?user=x&issue=3', { json });
    expect([status, body]).toEqual([400, refusal('invalid_request', 'body/issue/id')]);
  });

  test('that moved on is 409: saved elsewhere, sent, or thrown away', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const first = revisionOf(await save(ann, `user=${ben}`));
    const elsewhere = await save(ann, `user=${ben}`, 'other words');
    expect([elsewhere.status, elsewhere.body]).toEqual([409, refusal('conflict', 'query.revision')]);
    const second = revisionOf(await save(ann, `user=${ben}&revision=${first}`));
    expect((await save(ann, `user=${ben}&revision=${first}`)).status).toBe(409);
    expect((await as(ann, `DELETE /draft?user=${ben}&revision=${first}`)).status).toBe(409);
    const sent = await as(ann, `POST /conversation/user/${ben}/message?draft=${second}`, { json: aDocument() });
    expect(sent.status).toBe(201);
    expect((await save(ann, `user=${ben}&revision=${second}`)).status).toBe(409);
    expect(await draftIn(ann, `user=${ben}`)).toBe(404);
    expect((await as(ann, `DELETE /draft?user=${ben}&revision=${second}`)).status).toBe(204);
  });

  test('stays with a send that is refused or names another one, and goes with an edit', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const group = await openGroup(ann, 'private', [ben]);
    const place = `conversation=${group}`;
    const draft = revisionOf(await save(ann, place));
    const send = (query: string) =>
      as(ann, `POST /conversation/${group}/message?draft=${query}`, { json: aDocument() });
    const message = idOf(await send(randomUUID()));
    await as(ann, `PUT /conversation/${group}/archive`);
    expect((await send(draft)).status).toBe(409);
    await as(ann, `PUT /conversation/${group}/unarchive`);
    expect(await draftIn(ann, place)).toMatchObject({ revision: draft });
    const edit = revisionOf(await save(ann, `${place}&message=${message}`));
    const put = await as(ann, `PUT /conversation/${group}/message/${message}?draft=${edit}`, { json: aDocument('x') });
    expect([put.status, await draftIn(ann, `${place}&message=${message}`)]).toEqual([200, 404]);
    expect(await draftIn(ann, place)).toMatchObject({ revision: draft });
    expect((await send(draft)).status).toBe(201);
    expect(await draftIn(ann, place)).toBe(404);
  });

  test('does not make another request of a send that is tried again under its key', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const send = (query: string) =>
      as(ann, `POST /conversation/user/${ben}/message${query}`, {
        ...{ json: aDocument(), headers: { 'Idempotency-Key': 'once' } },
      });
    const first = await send('');
    const draft = revisionOf(await save(ann, `user=${ben}`));
    const again = await send(`?draft=${draft}`);
    expect([again.status, idOf(again), await draftIn(ann, `user=${ben}`)]).toEqual([201, idOf(first), 404]);
  });

  test('goes with the message that it was to be an edit of, and is of the sender alone', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const issue = { id: '10001', key: 'SHOP-1' };
    const sent = await as(ann, `POST /conversation/user/${ben}/message`, { json: { body: aDocument(), issue } });
    const place = (other: string, more = '') => `user=${other}&message=${idOf(sent)}${more}`;
    expect((await save(ben, place(ann))).body).toEqual(refusal('forbidden'));
    expect((await save(aPerson('eve'), place(ann))).status).toBe(404);
    expect((await save(ann, place(ben, '&issue=2'))).status).toBe(404);
    expect((await save(ann, place(ben, '&issue=10001'))).status).toBe(200);
    expect(await draftIn(ann, place(ben))).toMatchObject({ messageId: idOf(sent), issue: null });
    await as(ann, `DELETE /conversation/user/${ben}/message/${idOf(sent)}`);
    expect([await draftIn(ann, place(ben)), (await save(ann, place(ben))).status]).toEqual([404, 404]);
  });

  test('is in a list of one’s own places, in pages', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const group = await openGroup(ann, 'public');
    await save(ann, `user=${ben}&issue=7`);
    await save(ann, `conversation=${group}`);
    const first = (await as(ann, 'GET /draft?limit=1')).body as { values: unknown[]; cursor: string };
    const second = (await as(ann, `GET /draft?limit=1&cursor=${first.cursor}`)).body;
    const rest = { revision: uuid, saved: time, messageId: null };
    expect(first).toEqual({
      ...{ values: [{ conversationId: group, issue: null, ...rest }], limit: 1, size: 1, cursor: expect.any(String) },
    });
    expect(second).toEqual({
      values: [{ user: { id: ben }, issue: { id: '7' }, ...rest }],
      limit: 1,
      size: 1,
      cursor: '',
    });
    expect((await as(ben, `GET /draft?cursor=${first.cursor}`)).status).toBe(400);
    expect((await as(ben, 'GET /draft')).body).toMatchObject({ values: [] });
  });
});

describe('nobody else', () => {
  test('reads, lists, counts or infers a draft: all that others are answered is as it would be without', async () => {
    const [ann, ben, eve] = [aPerson('ann'), aPerson('ben'), aPerson('eve')];
    const group = await openGroup(ann, 'public', [ben]);
    await as(ann, `POST /conversation/user/${ben}/message`, { json: aDocument() });
    const direct = idOf(await as(ann, `GET /conversation/user/${ben}`));
    const seenBy = async (who: string) => {
      const answers = [
        'GET /draft',
        `GET /draft?user=${ann}`,
        `GET /draft?conversation=${group}`,
        `GET /draft?conversation=${direct}`,
        'GET /conversation?expand=activity',
        `GET /conversation/${group}`,
        `GET /conversation/${group}/message`,
        'GET /message?query=Secret',
      ] as const;
      const bodies = await Promise.all(answers.map((target) => as(who, target)));
      return JSON.parse(
        JSON.stringify(bodies, (name, value) => (name === 'requestId' ? '' : value)),
        (name, value) => (name === 'headers' ? undefined : value),
      );
    };
    const before = [await seenBy(ben), await seenBy(eve)];
    await save(ann, `user=${ben}`, 'Secret');
    await save(ann, `conversation=${group}`, 'Secret');
    expect([await seenBy(ben), await seenBy(eve)]).toEqual(before);
    expect(before[0][3].status).toBe(404);
    // Another one's revision is of no use: neither to take it nor to throw it away.
    const draft = revisionOf({ body: await draftIn(ann, `user=${ben}`) });
    await as(ben, `POST /conversation/user/${ann}/message?draft=${draft}`, { json: aDocument() });
    expect((await as(ben, `DELETE /draft?user=${ann}&revision=${draft}`)).status).toBe(204);
    expect(await draftIn(ann, `user=${ben}`)).toMatchObject({ revision: draft });
  });

  test.each(['private', 'public'])('keeps one in a %s group that they cannot see', async (privacy) => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    const group = await openGroup(ann, privacy, [ben]);
    await save(ben, `conversation=${group}`);
    await as(ann, `PATCH /conversation/${group}/roster`, { json: { remove: [ben] } });
    const isHidden = privacy === 'private';
    const hidden = { status: 404 };
    expect(await as(ben, `GET /draft?conversation=${group}`)).toMatchObject(isHidden ? hidden : { status: 200 });
    expect(await save(aPerson('eve'), `conversation=${group}`)).toMatchObject(isHidden ? hidden : { status: 200 });
    const client = await own.service.addClient({ scopes: ['participate:conversation'], sites: [site] });
    const token = await fetchToken(own.service.url, client);
    const byClient = await ask(`PUT ${own.base}/draft?conversation=${group}`, { token, json: aDocument() });
    const unknown = await ask(`PUT ${own.base}/draft?conversation=${randomUUID()}`, { token, json: aDocument() });
    expect([byClient.status, unknown.status]).toEqual([404, 404]);
    // One's own words are still listed, and may be thrown away.
    expect((await as(ben, 'GET /draft')).body).toMatchObject({ values: [{ conversationId: group }] });
    expect((await as(ben, `DELETE /draft?conversation=${group}`)).status).toBe(204);
    expect((await as(ben, 'GET /draft')).body).toMatchObject({ values: [] });
  });

  test('who has blocked a writer is told of by a draft', async () => {
    const [ann, ben] = [aPerson('ann'), aPerson('ben')];
    await as(ben, `PUT /block/${ann}`);
    expect((await save(ann, `user=${ben}`)).status).toBe(200);
  });
});

test('no words of a draft and no account are logged', async () => {
  const [ann, ben] = [aPerson('ann'), aPerson('ben')];
  await save(ann, `user=${ben}`, 'Secret words');
  await save(ann, `user=${ben}`, 'Secret words');
  expect(own.service.logLines.join('\n')).toContain('/draft');
  expect(own.service.logLines.join('\n')).not.toMatch(/Secret words|ann-|ben-/);
});
