import { documentToText } from '../../../../src/document/to-text';
import type { Database } from '../../../../src/service/store/engine/database';
import { aDocument, aMessage, aSearch, aSite, aWindow } from '../../../shared/store/builders';
import type { TestStore } from '../open-test-store';

const dated = {
  version: 1 as const,
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'date', attrs: { timestamp: '1790000000000' } }] }],
};

export function describeRenewing(open: () => TestStore, database: () => Database) {
  describe('texts that were made by rules of before', () => {
    const markStale = (cloudId: string) =>
      database().query(
        {
          name: 'mark-stale',
          text: `insert into stale_text (cloud_id, done_conversation_id, done_id)
            values ($1, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000')`,
        },
        [cloudId],
      );
    const renewAll = async (cloudId: string) => {
      for (let batches = 1; ; batches += 1) {
        const outcome = await open().store.renewTexts(cloudId);
        if (outcome !== 'more') return { batches, outcome };
      }
    };
    const send = (cloudId: string, text: string, body = aDocument(text)) =>
      open().store.sendDirect(aMessage({ cloudId, text, body }));

    test('are made anew from the documents, in batches, and found by search; all others stay', async () => {
      const { store } = open();
      const [cloudId, other] = [aSite(), aSite()];
      for (let n = 0; n < 230; n += 1) await send(cloudId, `Plain ${n}`);
      const stale = await send(cloudId, '', dated);
      const deleted = await send(cloudId, 'Gone');
      await send(other, '', dated);
      const place = (sent: typeof stale, conversationId: string) => ({
        ...{ cloudId, conversationId, id: 'value' in sent ? sent.value.id : '' },
      });
      const { id: conversationId } = await store.openDirect(cloudId, 'alice', 'bob');
      await store.eraseMessage(place(deleted, conversationId), { callerId: 'alice', decide: () => {} });
      await markStale(cloudId);
      expect(await store.listStaleSites()).toContain(cloudId);

      expect(await renewAll(cloudId)).toEqual({ batches: 2, outcome: 'finished' });

      expect(await store.listStaleSites()).not.toContain(cloudId);
      expect(await renewAll(cloudId)).toEqual({ batches: 1, outcome: 'elsewhere' });
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow({ limit: 3 }));
      expect(values.map(({ text, editedAt }) => [text, editedAt])).toEqual([
        ['Plain 229', null],
        [documentToText(dated), null],
        ['', null],
      ]);
      const search = (site: string) => store.searchMessages(aSearch({ cloudId: site, words: [documentToText(dated)] }));
      expect((await search(cloudId)).values).toHaveLength(1);
      expect((await search(other)).values).toHaveLength(0);
    });
  });
}
