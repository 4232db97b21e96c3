import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DraftPlace } from '../../../src/service/conversation/draft-store';
import { openStore, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';
import { describeOnPostgres } from '../../shared/postgres/describe-on-postgres';
import { aMessage, unchecked } from '../../shared/store/builders';
import { whileUncommitted } from './while-uncommitted';

jest.setTimeout(600_000);

describeOnPostgres('a draft, while another connection', (server) => {
  let url: string;
  let store: Store;
  beforeAll(async () => {
    url = await server.createDatabase();
    const place = { server: { url, connections: 12, statementTimeout: 10_000 } };
    store = await openStore({ ...place, now: () => new Date(), newId: newMessageId });
  });
  afterAll(() => store?.close());

  const aPlace = (cloudId: string, edited: DraftPlace['edited'] = null): DraftPlace => ({
    ...{ cloudId, ownerId: 'alice', kind: 'user', id: 'bob', issueId: null, edited },
  });
  const words = (body: string) => ({ mediaType: 'text/plain', body }) as const;
  const begin = async (place: DraftPlace) => {
    const saved = await store.saveDraft(place, words('one'), null);
    if (typeof saved === 'string') throw new Error(saved);
    return saved.revision;
  };
  const wordsIn = async (place: DraftPlace) => (await store.findDraft(place))?.body ?? null;
  const sendOne = async (cloudId: string, draft?: string) => {
    const sent = await store.sendDirect({ ...aMessage({ cloudId }), draft });
    if (sent.outcome !== 'created') throw new Error(sent.outcome);
    return sent.value.id;
  };

  test('saves it anew: a send that names what was there before is sent, and the new one stays', async () => {
    const cloudId = randomUUID();
    const draft = await begin(aPlace(cloudId));
    const text = `update draft set revision = $2, body = 'two' where cloud_id = $1`;
    await whileUncommitted(url, { text, values: [cloudId, randomUUID()] }, () => sendOne(cloudId, draft));
    expect(await wordsIn(aPlace(cloudId))).toBe('two');
    expect((await store.readDirect(cloudId, 'alice', 'bob', aWindowOfOne)).values).toHaveLength(1);
  });

  test('takes it with a send: a save that follows it is late', async () => {
    const cloudId = randomUUID();
    const draft = await begin(aPlace(cloudId));
    const text = 'delete from draft where cloud_id = $1';
    const save = () => store.saveDraft(aPlace(cloudId), words('late'), draft);
    expect(await whileUncommitted(url, { text, values: [cloudId] }, save)).toBe('moved-on');
    expect(await wordsIn(aPlace(cloudId))).toBeNull();
  });

  test('purges the site: neither a first draft, a reminder nor a report waits for that', async () => {
    const cloudId = randomUUID();
    await store.setRetention(cloudId, 7, 'cli:root');
    const messageId = await sendOne(cloudId);
    const conversationId = (await store.findDirect(cloudId, 'alice', 'bob'))?.conversation.id ?? '';
    const purging = new Client(url);
    await purging.connect();
    try {
      await purging.query('begin');
      await purging.query('update retention set leased_until = now() where cloud_id = $1', [cloudId]);
      const bob = { cloudId, ownerId: 'bob', conversationId, messageId: null };
      const report = { cloudId, conversationId, messageId, reason: 'insult', note: '', quotas: [] } as const;
      const reporter = { id: 'bob', kind: 'user' } as const;
      await begin(aPlace(cloudId));
      expect(await store.setReminder(bob, new Date(Date.now() + 3_600_000), null)).toBe('set');
      expect(await store.reportMessage({ ...report, reporter }, () => {})).toMatchObject({ outcome: 'done' });
      await purging.query('rollback');
    } finally {
      await purging.end();
    }
  });

  test('begins another one in the same place: the second is told', async () => {
    const cloudId = randomUUID();
    const text = `
      insert into draft (cloud_id, user_id, place_kind, place_id, issue_id, message_id, slot, revision, saved_at, media_type, body)
      values ($1, 'alice', 'user', 'bob', '', '', 7, $2, now(), 'text/plain', 'first')`;
    const save = () => store.saveDraft(aPlace(cloudId), words('second'), null);
    expect(await whileUncommitted(url, { text, values: [cloudId, randomUUID()] }, save)).toBe('moved-on');
    expect(await wordsIn(aPlace(cloudId))).toBe('first');
  });

  test('deletes the message that it is an edit of: nothing of it is kept, whoever is first', async () => {
    const cloudId = randomUUID();
    const id = await sendOne(cloudId);
    const conversationId = (await store.findDirect(cloudId, 'alice', 'bob'))?.conversation.id ?? '';
    const place = aPlace(cloudId, { conversationId, id });
    const deleted = {
      text: `update message set body = null, text = '', deleted_at = now() where cloud_id = $1`,
      values: [cloudId],
    };
    expect(await whileUncommitted(url, deleted, () => store.saveDraft(place, words('late'), null))).toBe('gone');
    const other = { ...place, edited: { conversationId, id: await sendOne(cloudId) } };
    await begin(other);
    const held = {
      text: 'select 1 from message where cloud_id = $1 and deleted_at is null for share',
      values: [cloudId],
    };
    const erase = () => store.eraseMessage({ cloudId, ...other.edited }, unchecked);
    expect(await whileUncommitted(url, held, erase)).toBe(true);
    expect([await wordsIn(place), await wordsIn(other)]).toEqual([null, null]);
  });
});

const aWindowOfOne = { limit: 75, position: { kind: 'latest' }, issueId: null } as const;
