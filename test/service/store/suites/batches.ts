import type { SendAnswer } from '../../../../src/service/conversation/conversation-store';
import type { Database } from '../../../../src/service/store/engine/database';
import { observeDatabase } from '../../../../src/service/store/engine/observed-database';
import { aClaim, aGroup, aMessage, aMessageInto, aSite, aWindow, unchecked } from '../../../shared/store/builders';
import { makeGroup } from '../make-group';
import { openTestStore, type TestStore } from '../open-test-store';

const outcomeOf = ({ outcome }: SendAnswer) => outcome;
const idOf = (answer: SendAnswer | undefined) => (answer && 'value' in answer ? answer.value.id : null);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

export function describeBatches(open: () => TestStore, database: () => Database) {
  describe('sends that come at once', () => {
    let batches = 0;
    let store: TestStore['store'];

    beforeAll(async () => {
      const counted = observeDatabase(database(), (statement, work) => {
        if (statement.name === 'insert-messages') batches += 1;
        return work();
      });
      ({ store } = await openTestStore(counted));
    });
    beforeEach(() => {
      batches = 0;
    });

    test('are one commit, in which each kind of refusal meets its own send alone', async () => {
      const cloudId = aSite();
      const here = { cloudId, ownerId: 'olga' };
      const left = await makeGroup(open(), here, ['alice']);
      await store.changeMembers(cloudId, left, { add: [], remove: ['alice'] }, unchecked);
      const archived = await makeGroup(open(), here, ['alice']);
      await store.archiveGroup(cloudId, archived, true, unchecked);
      const group = await makeGroup(open(), here, ['alice']);
      await store.block(cloudId, 'bob', 'alice');
      const used = await store.sendDirect(aMessage({ cloudId, to: 'carol', claim: aClaim('used', 'print-1') }));
      batches = 0;

      const send =
        (to: string, more: Partial<Parameters<typeof aMessage>[0]> = {}) =>
        () =>
          store.sendDirect(aMessage({ cloudId, to, ...more }));
      const into = (conversationId: string) => () =>
        store.sendToConversation(aMessageInto({ cloudId, conversationId }));
      const quotas = [{ subject: '', limit: 2 }];
      const kinds: [expected: string, () => Promise<SendAnswer>][] = [
        ['blocked', send('bob')],
        ['refused', into(left)],
        ['refused', into(archived)],
        ['refused', into(aSite())],
        ['replayed', send('carol', { claim: aClaim('used', 'print-1') })],
        ['mismatch', send('carol', { claim: aClaim('used', 'print-2') })],
        ['created', send('carol', { claim: aClaim('new', 'print-1') })],
        ['replayed', send('carol', { claim: aClaim('new', 'print-1') })],
        ['mismatch', send('dave', { claim: aClaim('new', 'print-2') })],
        ['created', send('carol', { from: 'erin', quotas })],
        ['created', send('dave', { from: 'erin', quotas })],
        ['limited', send('carol', { from: 'erin', quotas })],
        ['created', into(group)],
      ];
      while (kinds.length < 32) kinds.push(['created', send(`friend-${kinds.length}`)]);
      const answers = await Promise.all(kinds.map(([, ask]) => ask()));

      expect(answers.map(outcomeOf)).toEqual(kinds.map(([expected]) => expected));
      expect(batches).toBe(1);
      expect(idOf(answers[4])).toBe(idOf(used));
      expect(idOf(answers[7])).toBe(idOf(answers[6]));
      expect(answers.slice(9, 12).map(({ counts }) => counts?.[0]?.sends)).toEqual([1, 2, 3]);
      expect((await store.readDirect(cloudId, 'alice', 'dave', aWindow())).values).toEqual([]);
      expect((await store.readDirect(cloudId, 'alice', 'carol', aWindow())).values).toHaveLength(2);
      const made = await store.createGroup(aGroup({ cloudId, claim: aClaim('untouched') }));
      expect(made.outcome).toBe('created');
    });

    test('suffer nothing from one that the engine refuses, and keep their order', async () => {
      const cloudId = aSite();
      const robot = { ...aMessage({ cloudId, text: 'bad' }), sender: { id: 'alice', kind: 'robot' as never } };
      const sent = numbers(32).map((n) => store.sendDirect(n === 13 ? robot : aMessage({ cloudId, text: `${n}` })));
      const settled = await Promise.allSettled(sent);
      expect(settled.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([13]);
      expect(settled[13]).toMatchObject({ reason: { code: '23514' } });
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(values.map(({ text }) => text)).toEqual(
        numbers(32)
          .filter((n) => n !== 13)
          .map(String),
      );
    });

    test('get ids in the order in which they came, in one conversation named by its ends and by its id', async () => {
      const cloudId = aSite();
      const conversationId = (await store.openDirect(cloudId, 'alice', 'bob')).id;
      const answers = await Promise.all(
        numbers(40).map((n) =>
          n % 2 === 0
            ? store.sendDirect(aMessage({ cloudId, text: `${n}` }))
            : store.sendToConversation(aMessageInto({ cloudId, conversationId, from: 'bob', text: `${n}` })),
        ),
      );
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow());
      expect(values.map(({ text }) => text)).toEqual(numbers(40).map(String));
      expect(values.map(({ id }) => id)).toEqual(answers.map(idOf));
      expect(batches).toBe(1);
    });

    test('are held back where more wait than may, and those that were taken are all kept', async () => {
      const cloudId = aSite();
      const settled = await Promise.allSettled(
        numbers(1_003).map((n) => store.sendDirect(aMessage({ cloudId, text: `${n}` }))),
      );
      const refused = settled.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(3);
      expect(refused[0]).toMatchObject({ reason: { name: 'StoreUnavailable', reason: 'full' } });
      const { values } = await store.readDirect(cloudId, 'alice', 'bob', aWindow({ limit: 1_003 }));
      expect(values).toHaveLength(1_000);
    });
  });
}
