import { pageBytes } from '../../../../src/contract/page-bytes';
import type { Message, MessageList } from '../../../../src/contract/resources';
import type { ExportPosition } from '../../../../src/service/conversation/administration';
import type { ListPosition, MessageWindow } from '../../../../src/service/conversation/conversation-store';
import { aMessage, aQuery, aSearch, aSite, aWindow, unchecked, whole } from '../../../shared/store/builders';
import type { TestStore } from '../open-test-store';

const issue = { id: '10001', key: 'SHOP-1' };
/** Of a message: half of it its body, half its text, so that seven make a page and the eighth does not. */
const longBytes = 140_000;

export function bytesOf(messages: readonly Message[]): number {
  const ofOne = ({ body, text }: Message) =>
    (body ? Buffer.byteLength(JSON.stringify(body)) : 0) + Buffer.byteLength(text);
  return messages.reduce((sum, message) => sum + ofOne(message), 0);
}

export function describePagesBySize(open: () => TestStore) {
  /** Messages about the issue, each as long as that; their numbers come first in their texts. Each `é` is two bytes. */
  async function write(cloudId: string, lengths: readonly number[], to = 'bob') {
    const ids: string[] = [];
    for (const [n, bytes] of lengths.entries()) {
      const text = `${n} ${'é'.repeat(bytes / 4)}`;
      const made = await open().store.sendDirect(aMessage({ cloudId, to, text, issue }));
      if (made.outcome !== 'created') throw new Error(made.outcome);
      ids.push(made.value.id);
    }
    return ids;
  }
  const long = (count: number) => Array.from({ length: count }, () => longBytes);
  const numbers = (messages: readonly Message[]) => messages.map(({ text }) => Number.parseInt(text, 10));
  const read = (cloudId: string, window: Partial<MessageWindow> = {}) =>
    open().store.readDirect(cloudId, 'alice', 'bob', aWindow(window));

  describe('a page of messages', () => {
    test.each([null, issue.id])(
      'keeps the newest that fit and goes on before them, of the issue %s',
      async (issueId) => {
        const cloudId = aSite();
        const ids = await write(cloudId, long(16));
        const latest = await read(cloudId, { issueId });
        expect(numbers(latest.values)).toEqual([9, 10, 11, 12, 13, 14, 15]);
        expect(latest).toMatchObject({ before: ids[9], after: null });
        const older = await read(cloudId, { issueId, position: { kind: 'beforeMessage', id: latest.before ?? '' } });
        expect(numbers(older.values)).toEqual([2, 3, 4, 5, 6, 7, 8]);
        const eldest = await read(cloudId, { issueId, position: { kind: 'beforeMessage', id: older.before ?? '' } });
        expect(numbers(eldest.values)).toEqual([0, 1]);
        expect(eldest).toMatchObject({ before: null, after: ids[1] });
        for (const { values } of [latest, older]) expect(bytesOf(values)).toBeLessThanOrEqual(pageBytes);
      },
    );

    test('after a message keeps the oldest that fit and goes on after them', async () => {
      const cloudId = aSite();
      const ids = await write(cloudId, long(10));
      const first = await read(cloudId, { position: { kind: 'afterMessage', id: ids[0] ?? '' } });
      expect(numbers(first.values)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(first).toMatchObject({ before: ids[1], after: ids[7] });
      const second = await read(cloudId, { position: { kind: 'afterMessage', id: first.after ?? '' } });
      expect([numbers(second.values), second.after]).toEqual([[8, 9], null]);
    });

    test('holds one message, however long, and does not leave it out for those beside it', async () => {
      const cloudId = aSite();
      const ids = await write(cloudId, [400, 3 * pageBytes, 400]);
      const latest = await read(cloudId);
      expect([numbers(latest.values), latest.before]).toEqual([[2], ids[2]]);
      const middle = await read(cloudId, { position: { kind: 'beforeMessage', id: ids[2] ?? '' } });
      expect([numbers(middle.values), middle.before, middle.after]).toEqual([[1], ids[1], ids[1]]);
      const first = await read(cloudId, { position: { kind: 'beforeMessage', id: ids[1] ?? '' } });
      expect([numbers(first.values), first.before]).toEqual([[0], null]);
    });

    test('is as long as its bytes allow, to the byte, and counts a deleted one as nothing', async () => {
      const cloudId = aSite();
      const send = async (bytes: number) => {
        const { body } = aMessage({ cloudId, text: '' });
        await open().store.sendDirect({ ...aMessage({ cloudId }), body, text: 'x'.repeat(bytes - overhead) });
      };
      const overhead = Buffer.byteLength(JSON.stringify(aMessage({ cloudId, text: '' }).body));
      for (const bytes of [400, 400, pageBytes - 800]) await send(bytes);
      const full = await read(cloudId);
      expect([full.values.length, bytesOf(full.values), full.before]).toEqual([3, pageBytes, null]);
      await send(overhead);
      const over = await read(cloudId);
      expect([over.values.length, over.before]).toEqual([3, full.values[1]?.id]);
      const [, , long] = full.values;
      await open().store.eraseMessage(
        { cloudId, conversationId: long?.conversationId ?? '', id: long?.id ?? '' },
        unchecked,
      );
      expect((await read(cloudId)).values).toHaveLength(4);
    });
  });

  describe('the surroundings of a message', () => {
    async function around(lengths: readonly number[], at: number, before = 75, after = 75) {
      const cloudId = aSite();
      const ids = await write(cloudId, lengths);
      const { id } = await open().store.openDirect(cloudId, 'alice', 'bob');
      const list = await open().store.readAround(whole(cloudId, id), ids[at] ?? '', { before, after });
      return { ...(list as MessageList), ids };
    }

    test('grow outward as far as they fit', async () => {
      const { values, before, after, ids } = await around(long(20), 10);
      expect(numbers(values)).toEqual([7, 8, 9, 10, 11, 12, 13]);
      expect([before, after]).toEqual([ids[7], ids[13]]);
      expect(bytesOf(values)).toBeLessThanOrEqual(pageBytes);
    });

    test('take from one side what the other has not, or was not asked for', async () => {
      const start = await around(long(20), 1);
      expect([numbers(start.values), start.before, start.after]).toEqual([[0, 1, 2, 3, 4, 5, 6], null, start.ids[6]]);
      const oneSide = await around(long(20), 10, 1, 75);
      expect(numbers(oneSide.values)).toEqual([9, 10, 11, 12, 13, 14, 15]);
      const alone = await around(long(3), 1, 0, 0);
      expect([numbers(alone.values), alone.before, alone.after]).toEqual([[1], alone.ids[1], alone.ids[1]]);
    });

    test('hold the message itself, however long', async () => {
      const { values, before, after, ids } = await around([400, 3 * pageBytes, 400], 1);
      expect([numbers(values), before, after]).toEqual([[1], ids[1], ids[1]]);
    });
  });

  describe('a list of conversations', () => {
    const people = Array.from({ length: 12 }, (_, n) => `person-${String(n).padStart(2, '0')}`);

    async function walk(cloudId: string, expand: { expandActivity?: boolean; messagesOfIssue?: number }) {
      const issueId = expand.messagesOfIssue ? issue.id : null;
      const pages = [];
      let after: ListPosition | null = null;
      do {
        const page = await open().store.listConversations(aQuery({ cloudId, issueId, ...expand, after }));
        pages.push(page.values);
        after = page.next;
      } while (after !== null && pages.length < 30);
      return pages;
    }
    const messagesOf = (values: Awaited<ReturnType<typeof walk>>[number]) =>
      values.flatMap(({ lastMessage, messages }) => [
        ...(lastMessage ? [lastMessage] : []),
        ...(messages?.values ?? []),
      ]);

    test('ends where its last messages would be too many, and goes on', async () => {
      const cloudId = aSite();
      for (const to of people) await write(cloudId, long(1), to);
      const pages = await walk(cloudId, { expandActivity: true });
      expect(pages.map(({ length }) => length)).toEqual([7, 5]);
      expect(
        pages
          .flat()
          .map(({ user }) => user?.id)
          .sort(),
      ).toEqual(people);
      for (const page of pages) expect(bytesOf(messagesOf(page))).toBeLessThanOrEqual(pageBytes);
      expect(await walk(cloudId, {})).toMatchObject([{ length: 12 }]);
    });

    test('shortens the messages about an issue, and says where they go on, before it ends', async () => {
      const cloudId = aSite();
      for (const to of people.slice(0, 3)) await write(cloudId, long(4), to);
      const [page = [], ...others] = await walk(cloudId, { expandActivity: true, messagesOfIssue: 20 });
      expect([page.length, others]).toEqual([3, []]);
      expect(page.map(({ messages }) => numbers(messages?.values ?? []))).toEqual([[2, 3], [3], [3]]);
      for (const { messages } of page) expect(messages?.before).toBe(messages?.values[0]?.id);
      expect(bytesOf(messagesOf(page))).toBeLessThanOrEqual(pageBytes);
      const [whole = []] = await walk(cloudId, { messagesOfIssue: 2 });
      expect(whole.map(({ messages }) => numbers(messages?.values ?? []))).toEqual([
        [2, 3],
        [2, 3],
        [2, 3],
      ]);
    });

    test('has of each conversation at least the newest about the issue, and ends where even these are too many', async () => {
      const cloudId = aSite();
      for (const to of people) await write(cloudId, long(2), to);
      const pages = await walk(cloudId, { expandActivity: true, messagesOfIssue: 20 });
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 3, 3]);
      expect(
        pages
          .flat()
          .map(({ user }) => user?.id)
          .sort(),
      ).toEqual(people);
      for (const { messages } of pages.flat()) expect(messages?.values.length).toBeGreaterThanOrEqual(1);
      for (const page of pages) expect(bytesOf(messagesOf(page))).toBeLessThanOrEqual(pageBytes);
    });

    test('holds one conversation, however long its last message', async () => {
      const cloudId = aSite();
      for (const to of people.slice(0, 2)) await write(cloudId, [3 * pageBytes], to);
      expect((await walk(cloudId, { expandActivity: true })).map(({ length }) => length)).toEqual([1, 1]);
      const withMessages = await walk(cloudId, { expandActivity: true, messagesOfIssue: 20 });
      expect(withMessages.map(messagesOf).map(({ length }) => length)).toEqual([2, 2]);
    });
  });

  describe('a search', () => {
    test('ends where the messages that it found would be too many, and goes on', async () => {
      const cloudId = aSite();
      await write(cloudId, long(10));
      const search = (after: ListPosition | null) =>
        open().store.searchMessages(aSearch({ cloudId, words: ['é'], after }));
      const first = await search(null);
      expect(numbers(first.values)).toEqual([9, 8, 7, 6, 5, 4, 3]);
      expect(bytesOf(first.values)).toBeLessThanOrEqual(pageBytes);
      const second = await search(first.next);
      expect([numbers(second.values), second.next]).toEqual([[2, 1, 0], null]);
    });
  });

  describe('an export', () => {
    test.each([null, 'alice'])('of %s has pages that end by their bytes, and misses nothing', async (accountId) => {
      const cloudId = aSite();
      for (const to of ['bob', 'carol']) await write(cloudId, [...long(9), 3 * pageBytes, 400], to);
      const found: Message[] = [];
      let after: ExportPosition | null = null;
      do {
        const page = await open().store.exportPage({ cloudId, accountId, actorId: 'cli:root', after });
        const messages = page.records.filter(({ record }) => record === 'message') as unknown as Message[];
        if (messages.length > 1) expect(bytesOf(messages)).toBeLessThanOrEqual(pageBytes);
        found.push(...messages);
        after = page.next;
      } while (after !== null);
      expect(new Set(found.map(({ id }) => id)).size).toBe(22);
      expect(found).toHaveLength(22);
    });
  });
}
