import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { aDocument } from '../../shared/service/a-document';
import { type Answer, ask, type Question } from '../../shared/service/ask';
import { type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { runService, site, type TestService } from '../../shared/service/running-service';
import { aMessageInto } from '../../shared/store/builders';
import { whileUncommitted } from './while-uncommitted';

jest.setTimeout(600_000);

const limit = 3;

/** One moment: sends are counted by the minute. */
const began = new Date();
const now = () => began;

/** Each test has people of its own: sends are counted for each account. */
const aPerson = (name: string) => `${name}-${randomUUID()}`;

describeOnPostgres('a request that waited for another one’s change', (server) => {
  let url: string;
  let store: Store;
  let forge: ForgeSigner;
  let service: TestService;

  beforeAll(async () => {
    url = await server.createDatabase();
    forge = await startForgeSigner();
    const place = { server: { url, connections: 12, statementTimeout: 10_000 } };
    store = await openStore({ ...place, now, newId: newMessageId });
    const env = {
      ...forge.env,
      ASIDE_RATE_SENDS_ACCOUNT: `${limit}`,
    };
    service = await runService({ env, now, store });
  });
  afterAll(async () => {
    await service?.close();
    await store?.close();
    await forge?.close();
  });

  const signToken = () => {
    const iat = Math.floor(began.getTime() / 1000);
    return forge.sign({ claims: { iat, nbf: iat, exp: iat + 25 } });
  };
  const request = async (who: string, method: string, path: string, question: Question = {}) =>
    ask(`${method} ${service.url}/site/${site}/conversation${path}`, {
      ...{ token: await signToken(), headers: { 'Aside-Account-Id': who } },
      ...question,
    });
  const say = (who: string, id: string) => request(who, 'POST', `/${id}/message`, { json: aDocument() });
  const changeRoster = (who: string, id: string, json: unknown) => request(who, 'PATCH', `/${id}/roster`, { json });
  const statusOf = async (answer: Promise<Answer>) => (await answer).status;
  const idOf = (answer: Answer) => (answer.body as { id: string }).id;

  async function openGroup(owner: string, privacy: 'private' | 'public', others: readonly string[] = []) {
    const id = idOf(await request(owner, 'POST', '', { json: { name: 'Group', privacy } }));
    if (others.length > 0) await changeRoster(owner, id, { add: others });
    return id;
  }
  const beside = <Result>(id: string, change: string, work: () => Promise<Result>, waiting?: number) => {
    const text = `update conversation set ${change} where cloud_id = $1 and id = $2`;
    return whileUncommitted(url, { text, values: [site, id] }, work, waiting);
  };
  /** What a removal does, by another connection. */
  const besideRemoval = <Result>(id: string, who: string, more: string, work: () => Promise<Result>) => {
    const text = `
      with taken as (update conversation set modified_at = now() ${more} where cloud_id = $1 and id = $2)
      delete from member where cloud_id = $1 and conversation_id = $2 and user_id = $3`;
    return whileUncommitted(url, { text, values: [site, id, who] }, work);
  };

  describe('from outside a public group', () => {
    test('that becomes private: a send is 404 and joins nobody', async () => {
      const [owner, outsider] = [aPerson('owner'), aPerson('outsider')];
      const id = await openGroup(owner, 'public');
      expect(await beside(id, `privacy = 'private'`, () => statusOf(say(outsider, id)))).toBe(404);
      expect(await store.listMembers(site, id)).toEqual([owner]);
    });

    test('that is archived: a send is 409 and joins nobody', async () => {
      const [owner, outsider] = [aPerson('owner'), aPerson('outsider')];
      const id = await openGroup(owner, 'public');
      expect(await beside(id, 'is_archived = true', () => statusOf(say(outsider, id)))).toBe(409);
      expect(await store.listMembers(site, id)).toEqual([owner]);
    });
  });

  describe('from a member', () => {
    test('of a group that is archived: a send is 409', async () => {
      const member = aPerson('member');
      const id = await openGroup(aPerson('owner'), 'private', [member]);
      expect(await beside(id, 'is_archived = true', () => statusOf(say(member, id)))).toBe(409);
    });

    test('who is removed: a send is 404, and nothing of it is kept', async () => {
      const [owner, member] = [aPerson('owner'), aPerson('member')];
      const id = await openGroup(owner, 'private', [member]);
      expect(await besideRemoval(id, member, '', () => statusOf(say(member, id)))).toBe(404);
      expect((await request(owner, 'GET', `/${id}/message`)).body).toMatchObject({ values: [] });
    });

    test('who sends a lot: no more come through than the limit allows', async () => {
      const member = aPerson('member');
      const id = await openGroup(aPerson('owner'), 'private', [member]);
      // A node of its own for each, so that the store alone counts them together.
      const env = {
        ...forge.env,
        ASIDE_RATE_SENDS_ACCOUNT: `${limit}`,
      };
      const nodes = await Promise.all(Array.from({ length: 5 }, () => runService({ env, now, store })));
      const token = await signToken();
      const question = { token, headers: { 'Aside-Account-Id': member }, json: aDocument() };
      const sendAll = () =>
        Promise.all(nodes.map((node) => ask(`POST ${node.url}/site/${site}/conversation/${id}/message`, question)));
      const answers = await beside(id, 'modified_at = now()', sendAll, nodes.length);
      await Promise.all(nodes.map((node) => node.close()));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429]);
      expect((await request(member, 'GET', `/${id}/message`)).body).toMatchObject({ values: Array(limit).fill({}) });
    });
  });

  test('waits alone: what goes into other conversations meanwhile is sent, and what follows it waits behind it', async () => {
    const member = aPerson('member');
    const [held, free] = [await openGroup(member, 'private'), await openGroup(member, 'private')];
    const [changing, sender] = [new Client(url), { id: aPerson('member'), kind: 'user' as const }];
    for (const id of [held, free]) await changeRoster(member, id, { add: [sender.id] });
    await changing.connect();
    try {
      await changing.query('begin');
      await changing.query('update conversation set modified_at = now() where cloud_id = $1 and id = $2', [site, held]);
      const send = (conversationId: string) =>
        store.sendToConversation({ ...aMessageInto({ cloudId: site, conversationId }), sender });
      const first = send(held);
      expect((await send(free)).outcome).toBe('created');
      const second = send(held);
      // Were it a part of the same batch, this one would fail for the lock after five seconds.
      expect((await send(free)).outcome).toBe('created');
      await changing.query('commit');
      expect([(await first).outcome, (await second).outcome]).toEqual(['created', 'created']);
    } finally {
      await changing.end();
    }
  });

  describe('from an owner who is not one any more', () => {
    /** They left, and the group went to the next one. */
    const besideLeaving = <Result>(id: string, owner: string, heir: string, work: () => Promise<Result>) => {
      const text = `
        with taken as (update conversation set modified_at = now() where cloud_id = $1 and id = $2), heir as (
          update member set role = 'owner' where cloud_id = $1 and conversation_id = $2 and user_id = $4
        )
        delete from member where cloud_id = $1 and conversation_id = $2 and user_id = $3`;
      return whileUncommitted(url, { text, values: [site, id, owner, heir] }, work);
    };

    test.each([
      ['a roster', 'PATCH', '/roster', { json: { add: ['evil'] } }],
      ['a name', 'PATCH', '', { json: { name: 'Mine' } }],
      ['an archive', 'PUT', '/archive', {}],
      ['an unarchive', 'PUT', '/unarchive', {}],
    ])('%s is not changed any more (404)', async (_, method, path, question) => {
      const [owner, heir] = [aPerson('owner'), aPerson('heir')];
      const id = await openGroup(owner, 'private', [heir]);
      const isArchived = path === '/unarchive';
      if (isArchived) await request(owner, 'PUT', `/${id}/archive`);
      const change = () => statusOf(request(owner, method, `/${id}${path}`, question));
      expect(await besideLeaving(id, owner, heir, change)).toBe(404);
      expect((await request(heir, 'GET', `/${id}`)).body).toMatchObject({ name: 'Group', isArchived });
      expect(await store.listMembers(site, id)).toEqual([heir]);
    });

    test('nobody is added to a group that the last one has left', async () => {
      const owner = aPerson('owner');
      const id = await openGroup(owner, 'public');
      const add = () => statusOf(changeRoster(owner, id, { add: ['x'] }));
      expect(await besideRemoval(id, owner, ', is_archived = true', add)).toBe(403);
      expect(await store.listMembers(site, id)).toEqual([]);
    });
  });

  test('a quick answer to a message whose words are erased meanwhile is 404', async () => {
    const [owner, member] = [aPerson('owner'), aPerson('member')];
    const id = await openGroup(owner, 'private', [member]);
    const message = idOf(await say(owner, id));
    const text = `
      update message set body = null, text = '', deleted_at = now() where cloud_id = $1 and conversation_id = $2`;
    const answer = () => request(member, 'PUT', `/${id}/message/${message}/reaction/heart`);
    expect(await whileUncommitted(url, { text, values: [site, id] }, () => statusOf(answer()))).toBe(404);
  });

  describe('an edit', () => {
    const edit = (who: string, id: string, messageId: string) =>
      statusOf(request(who, 'PUT', `/${id}/message/${messageId}`, { json: aDocument('Other') }));
    const words = async (who: string, id: string) => (await request(who, 'GET', `/${id}/message`)).body;
    const sent = { values: [{ text: 'Can you look at the login page?', editedAt: null }] };

    test('in a group that is archived is 409, and the words stay', async () => {
      const [owner, member] = [aPerson('owner'), aPerson('member')];
      const id = await openGroup(owner, 'private', [member]);
      const messageId = idOf(await say(member, id));
      expect(await beside(id, 'is_archived = true', () => edit(member, id, messageId))).toBe(409);
      expect(await words(owner, id)).toMatchObject(sent);
    });

    test('by a member who is removed is 404, as is their deleting, and the words stay', async () => {
      const [owner, member] = [aPerson('owner'), aPerson('member')];
      const id = await openGroup(owner, 'private', [member]);
      const messageId = idOf(await say(member, id));
      expect(await besideRemoval(id, member, '', () => edit(member, id, messageId))).toBe(404);
      await changeRoster(owner, id, { add: [member] });
      const erase = () => statusOf(request(member, 'DELETE', `/${id}/message/${messageId}`));
      expect(await besideRemoval(id, member, '', erase)).toBe(404);
      expect(await words(owner, id)).toMatchObject(sent);
    });

    test.each(['by the conversation', 'by the person'])('to who blocks meanwhile is 403, named %s', async (way) => {
      const [sender, receiver] = [aPerson('sender'), aPerson('receiver')];
      const path = `/user/${receiver}`;
      const messageId = idOf(await request(sender, 'POST', `${path}/message`, { json: aDocument() }));
      const id = idOf(await request(sender, 'GET', path));
      const text = `
        with taken as (update conversation set modified_at = now() where cloud_id = $1 and id = $2)
        insert into block (cloud_id, user_id, blocked_id, blocked_at) values ($1, $3, $4, now())`;
      const place = way === 'by the person' ? path.slice(1) : id;
      const block = { text, values: [site, id, receiver, sender] };
      expect(await whileUncommitted(url, block, () => edit(sender, place, messageId))).toBe(403);
      expect(await words(receiver, id)).toMatchObject(sent);
      expect(await statusOf(request(sender, 'DELETE', `/${place}/message/${messageId}`))).toBe(204);
    });

    test('of a message that is erased is 404, and its words do not come back', async () => {
      const [owner, member] = [aPerson('owner'), aPerson('member')];
      const id = await openGroup(owner, 'private', [member]);
      const messageId = idOf(await say(member, id));
      const text = `
        update message set body = null, text = '', deleted_at = now()
        where cloud_id = $1 and conversation_id = $2 and id = $3`;
      const change = { text, values: [site, id, messageId] };
      expect(await whileUncommitted(url, change, () => edit(member, id, messageId))).toBe(404);
      expect(await words(owner, id)).toMatchObject({ values: [{ text: '', body: null }] });
    });
  });
});
