import { aProblem } from '../builders';
import { letReactFinish } from '../fake-host';
import { aGroup, anEntry, aPage } from './builders';
import { asked, listing, openInbox } from './open-inbox';

afterAll(letReactFinish);

const lists = { all: [anEntry(1)], groups: [aGroup(3)], archived: [aGroup(2, { isArchived: true })] };
const listed = (host: Awaited<ReturnType<typeof openInbox>>) => asked(host, 'inboxList').map(({ list }) => list);

/** The inbox whose service does not answer for its groups for as long as `state` says so. */
async function openAway(state: { isAway: boolean }) {
  const host = await openInbox({
    inboxList: ({ list }: { list: 'all' | 'groups' }) =>
      list === 'groups' && state.isAway ? aProblem('service_away') : aPage(lists[list] ?? []),
  });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(1));
  host.press('Groups');
  await host.until(() => expect(host.text).toContain('does not answer'));
  return host;
}

test('a list that did not come at first is there after trying again', async () => {
  const state = { isAway: true };
  const host = await openAway(state);
  state.isAway = false;
  host.press('Try again');
  await host.until(() => expect(host.texts('Pressable')).toEqual([expect.stringMatching(/^Harbour\n/)]));
  expect(host.text).not.toContain('does not answer');
});

test('what did not come is said for as long as it would be shown', async () => {
  const host = await openAway({ isAway: true });
  host.press('All');
  await host.until(() => expect(host.texts('Pressable')).toEqual([expect.stringMatching(/^Bob Brown\n/)]));
  expect(host.text).not.toContain('does not answer');
});

test('a list that is not shown any more is not asked for again', async () => {
  const state = { isAway: true };
  const host = await openAway(state);
  host.press('Archived');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Archived'));
  host.press('All');
  host.press('Groups');
  await host.until(() => expect(host.text).toContain('does not answer'));
  const before = listed(host).length;
  state.isAway = false;
  host.press('Try again');
  await host.until(() => expect(host.texts('Pressable')[0]).toMatch(/^Harbour\n/));
  expect(listed(host).slice(before)).toEqual(['unread', 'all', 'groups']);
});

test('the chosen list stands there again after a search', async () => {
  const host = await openInbox({
    inboxList: listing(lists),
    inboxSearch: () => ({ ok: true, entries: [], hits: [], cursor: '' }),
  });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(1));
  host.press('Archived');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Archived'));
  host.write('Search people, groups and messages', 'crane');
  await host.until(() => expect(asked(host, 'inboxSearch')).toHaveLength(1));
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(0));
  host.write('Search people, groups and messages', '');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Archived'));
});
