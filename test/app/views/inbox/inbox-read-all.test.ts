import { aProblem } from '../builders';
import { letReactFinish } from '../fake-host';
import { anEntry, aPage } from './builders';
import { type Answers, asked, openInbox } from './open-inbox';

afterAll(letReactFinish);

const entries = (count: number) => Array.from({ length: count }, (_, n) => anEntry(n + 1, { unreadCount: 2 }));

/** The inbox with so many unread, until all are marked as read. */
async function openUnread(count: number, answers: Answers = {}, cursor = '') {
  const state = { isRead: false };
  const host = await openInbox({
    inboxList: ({ list }: { list: string }) => {
      if (list === 'unread') return state.isRead ? aPage([]) : aPage(entries(count), cursor);
      return aPage(state.isRead ? entries(count).map((entry) => ({ ...entry, unreadCount: 0 })) : entries(count));
    },
    inboxReadAll: () => {
      state.isRead = true;
      return { ok: true, count, cursor: '' };
    },
    ...answers,
  });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(count));
  return host;
}

/** Presses it, and says so again. */
async function markAll(host: Awaited<ReturnType<typeof openUnread>>): Promise<void> {
  host.press('Mark all as read');
  await host.until(() => expect(host.text).toContain('Others then see that you have read'));
  host.press('Mark all as read');
}

test.each([
  ['one', 1, ''],
  ['more than stand there at a glance', 11, ''],
  ['a list that goes on', 3, 'c3'],
])('%s are marked once somebody has said so again, who learns what others see', async (_, count, cursor) => {
  const host = await openUnread(count, {}, cursor);
  host.press('Mark all as read');
  await host.until(() => expect(host.text).toContain('Others then see that you have read'));
  expect(asked(host, 'inboxReadAll')).toEqual([]);
  host.press('Cancel');
  await host.until(() => expect(host.text).not.toContain('Others then see'));
  await markAll(host);
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
  expect(asked(host, 'inboxReadAll')).toEqual([{ cursor: '' }]);
  expect(host.texts('Button')).not.toContain('Mark all as read');
});

test('it goes on until all of them are done', async () => {
  const host = await openUnread(3, {
    inboxReadAll: ({ cursor }: { cursor: string }) => ({
      ok: true,
      count: 10_000,
      cursor: cursor === '' ? 'more' : '',
    }),
  });
  await markAll(host);
  await host.until(() => expect(asked(host, 'inboxReadAll')).toEqual([{ cursor: '' }, { cursor: 'more' }]));
});

test('what failed is said, and leaves what is unread', async () => {
  const host = await openUnread(3, { inboxReadAll: () => aProblem('service_away') });
  await markAll(host);
  await host.until(() => expect(host.texts('ErrorMessage')).toHaveLength(1));
  expect(host.texts('Badge')).toHaveLength(3);
});

test('where a later round fails, what the ones before have marked is shown as read', async () => {
  let isMarked = false;
  const host = await openUnread(3, {
    inboxList: ({ list }: { list: string }) =>
      aPage(list !== 'unread' && list !== 'all' ? [] : isMarked && list === 'unread' ? entries(1) : entries(3)),
    inboxReadAll: ({ cursor }: { cursor: string }) => {
      isMarked = true;
      return cursor === '' ? { ok: true, count: 2, cursor: 'more' } : aProblem('service_away');
    },
  });
  const unread = () => asked(host, 'inboxList').filter((ask) => (ask as { list: string }).list === 'unread').length;
  const before = unread();
  await markAll(host);
  await host.until(() => expect(host.texts('ErrorMessage')).toHaveLength(1));
  expect(unread()).toBe(before + 1);
});
