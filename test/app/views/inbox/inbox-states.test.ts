import { aProblem, bob } from '../builders';
import { letReactFinish } from '../fake-host';
import { aConversation, aGroup, anEntry, anId, anInboxMessage, aPage } from './builders';
import { asked, chooseTool, listing, openInbox, openLine } from './open-inbox';

afterAll(letReactFinish);

// What one sees of the inbox in each state, over the real view and the real reconciler.

test('while it loads there is a spinner that says what for', async () => {
  const host = await openInbox({ inboxList: () => new Promise(() => undefined) });
  await host.until(() => expect(asked(host, 'inboxList')).toHaveLength(2));
  expect(host.text).toBe('Loading your conversations');
});

test('an empty inbox says how to begin', async () => {
  const host = await openInbox({});
  await host.until(() => expect(host.text).toContain('No conversations yet'));
  expect(host.text).toContain('write to its assignee, or make a group');
  expect(host.button('New group')).toBeDefined();
});

test('the unread ones stand first, and none of them a second time', async () => {
  const unread = anEntry(2, { unreadCount: 3 });
  const all = [anEntry(1, { person: { id: 'carla', name: 'Carla Diaz', kind: 'person', active: true } }), unread];
  const host = await openInbox({ inboxList: listing({ unread: [unread], all }) });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(2));
  expect(host.texts('Pressable')[0]).toMatch(/^Bob Brown\nMar 4(, 2026)?\nWords of 2\n3\nunread$/);
  expect(host.texts('Pressable')[1]).toMatch(/^Carla Diaz\nMar 4(, 2026)?\nWords of 1$/);
  expect(host.texts('Heading')).toEqual(expect.arrayContaining(['Unread', 'Other conversations']));
});

test('a line says in words that it is a group, muted or archived, and who wrote last', async () => {
  const last = {
    from: 'me',
    text: 'On my way',
    isDeleted: false,
    ts: '2026-03-04T05:06:07.000Z',
    notice: null,
  } as const;
  const all = [aGroup(1, { isMuted: true, last }), anEntry(2, { last: { ...last, text: '', isDeleted: true } })];
  const host = await openInbox({ inboxList: listing({ all }) });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(2));
  expect(host.texts('Pressable')[0]).toMatch(/^Harbour\nGroup · Muted · Mar 4(, 2026)?\nYou: On my way$/);
  expect(host.texts('Pressable')[1]).toContain('Message deleted');
});

test('groups and archived ones are asked for and shown once one wants them, in place of the others', async () => {
  const host = await openInbox({
    inboxList: listing({ all: [anEntry(1)], groups: [aGroup(3)], archived: [aGroup(2, { isArchived: true })] }),
  });
  await host.until(() => expect(host.texts('Pressable')).toHaveLength(1));
  expect(asked(host, 'inboxList').map(({ list }) => list)).toEqual(['unread', 'all']);
  host.press('Archived');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Archived'));
  expect(asked(host, 'inboxList').at(-1)).toEqual({ list: 'archived', cursor: '' });
  host.press('Groups');
  await host.until(() => expect(host.texts('Pressable')).toEqual([expect.stringMatching(/^Harbour\nGroup · Mar/)]));
  expect(asked(host, 'inboxList').at(-1)).toEqual({ list: 'groups', cursor: '' });
  host.press('Unread');
  await host.until(() => expect(host.text).toContain('Nothing is unread.'));
  expect(asked(host, 'inboxList')).toHaveLength(4);
});

test.each([
  ['service_away', 'The conversation service does not answer', true],
  ['address_not_set', 'Aside is not connected yet', true],
  ['not_logged_in', 'Log in to see your messages', false],
])('%s is said in place of the lists', async (code, title, canRetry) => {
  const host = await openInbox({ inboxList: () => aProblem(code) });
  await host.until(() => expect(host.text).toContain(title));
  expect(host.texts('Button').includes('Try again')).toBe(canRetry);
});

test("behind the platform's own prompt for consent stands a calm word", async () => {
  const host = await openInbox({ inboxList: () => Promise.reject(new Error('Authentication Required')) });
  await host.until(() => expect(host.text).toContain('Aside needs your permission once'));
});

test('what was away is there after trying again', async () => {
  let isAway = true;
  const host = await openInbox({ inboxList: () => (isAway ? aProblem('service_away') : aPage([anEntry()])) });
  await host.until(() => expect(host.text).toContain('does not answer'));
  isAway = false;
  host.press('Try again');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Bob Brown'));
});

test('a list that does not come says so above what was there', async () => {
  let isAway = false;
  const host = await openInbox({ inboxList: () => (isAway ? aProblem('service_away') : aPage([anEntry()])) });
  await host.until(() => expect(host.texts('Pressable').length).toBeGreaterThan(0));
  isAway = true;
  host.press('Groups');
  await host.until(() => expect(host.text).toContain('does not answer'));
  host.press('All');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Bob Brown'));
});

test('nobody is asked to refresh by hand, but after a failure', async () => {
  const host = await openInbox({ inboxList: listing({ all: [anEntry()] }) });
  await host.until(() => expect(host.texts('Pressable').length).toBeGreaterThan(0));
  expect(host.texts('Button')).toEqual([
    'New group',
    'All',
    'Unread',
    'Mentions',
    'Follow-up',
    'Groups',
    'Rules',
    'Drafts',
    'Archived',
  ]);
});

test('before one is chosen the place beside the list says what it is for', async () => {
  const host = await openInbox({ inboxList: listing({ all: [anEntry()] }) });
  await host.until(() => expect(host.text).toContain('Choose a conversation'));
});

describe('a conversation', () => {
  const lists = (entry = anEntry()) => ({ inboxList: listing({ all: [entry] }) });

  test('shows who wrote what, what it is about, and where to write', async () => {
    const issue = { id: '7', key: 'SHOP-7', summary: 'Broken crane' };
    const host = await openInbox({
      ...lists(),
      conversation: () =>
        aConversation({
          messages: [anInboxMessage(1, 'Hello', { issue }), anInboxMessage(2, 'Hi', { from: 'me' })],
        }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.comments).toHaveLength(2));
    expect(host.comments).toMatchObject([{ author: 'Bob Brown' }, { author: 'You' }]);
    expect(host.field('Message to Bob Brown')).toBeDefined();
    expect(host.all('Link').map(({ props }) => props['href'])).toEqual(['/browse/SHOP-7']);
    expect(host.texts('Link')).toEqual(['SHOP-7: Broken crane']);
  });

  test('names an issue that the reader may not see without a way there', async () => {
    const issue = { id: '7', key: null, summary: null };
    const messages = [anInboxMessage(1, 'Hello', { issue })];
    const host = await openInbox({ ...lists(), conversation: () => aConversation({ messages }) });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('About a work item that you cannot see'));
    expect(host.all('Link')).toEqual([]);
  });

  test('says that my last message was read, and under that one only', async () => {
    const messages = [1, 2].map((n) => anInboxMessage(n, `Mine ${n}`, { from: 'me' }));
    const person = anEntry().person ?? never();
    const host = await openInbox({
      ...lists(),
      conversation: () =>
        aConversation({ messages, readBy: [{ person, messageId: anInboxMessage(2, '').id, issueId: null }] }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text.split('\n').filter((line) => line === 'Read')).toHaveLength(1));
    expect(host.text.indexOf('\nRead\n')).toBeGreaterThan(host.text.indexOf('Mine 2'));
  });

  test.each([
    ['made-public', bob, 'Bob Brown made this group public. What was written before can be read by its members alone.'],
    ['owner', { ...bob, id: 'alice' }, 'The owner left this group. It belongs to you now.'],
  ] as const)(
    'of a group says in its own sentence that it is %s, and nothing of it is new',
    async (what, by, sentence) => {
      const notice = { what, by, people: [], isFromNow: false, conversationId: null };
      const last = {
        from: 'them',
        text: 'In English',
        isDeleted: false,
        ts: '2026-03-04T05:06:07.000Z',
        notice,
      } as const;
      const entry = aGroup(1, { last, unreadCount: 1 });
      const messages = [anInboxMessage(1, 'Theirs'), anInboxMessage(2, 'In English', { notice })];
      const host = await openInbox({
        inboxList: listing({ all: [entry] }),
        conversation: () => aConversation({ entry, messages }),
      });
      await openLine(host, 'Harbour');
      await host.until(() => host.button('1 new message'));
      expect(host.texts('Text').filter((text) => text === sentence)).toHaveLength(2);
      expect([host.comments, host.text.includes('In English')]).toEqual([[], false]);
    },
  );

  test('without messages invites to write the first', async () => {
    const host = await openInbox({ ...lists(aGroup()), conversation: () => aConversation({ entry: aGroup() }) });
    await openLine(host, 'Harbour');
    await host.until(() => expect(host.text).toContain('Write the first one below.'));
    expect(host.field('Message to Harbour')).toBeDefined();
  });

  test.each([
    ['group_archived', 'nothing can be sent to it any more'],
    ['recipient_inactive', 'deactivated'],
    ['recipient_program', 'reads no answers'],
  ] as const)('has no composer for %s, and says why', async (refusal, words) => {
    const host = await openInbox({ ...lists(), conversation: () => aConversation({ refusal }) });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain(words));
    expect(host.all('TextArea')).toHaveLength(0);
  });

  test('that does not come says why, and comes when asked again', async () => {
    let tries = 0;
    const messages = [anInboxMessage(1, 'Hello')];
    const host = await openInbox({
      ...lists(),
      conversation: () => (++tries === 1 ? aProblem('service_away') : aConversation({ messages })),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('does not answer'));
    expect(host.all('TextArea')).toHaveLength(0);
    host.press('Try again');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Hello' }]));
  });

  test('with someone whom I have blocked says so, and offers to unblock them', async () => {
    const bob = anEntry().person;
    const host = await openInbox({
      ...lists(),
      conversation: () => aConversation(),
      preferences: () => ({ ok: true, choices: {}, blocked: [bob], muted: [] }),
      unblock: () => ({ ok: true }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('You have blocked Bob Brown'));
    await chooseTool(host, 'Unblock Bob Brown');
    await host.until(() => expect(host.text).not.toContain('You have blocked'));
    expect(asked(host, 'unblock')).toEqual([{ person: 'bob' }]);
  });
});

describe('a link', () => {
  const link = (id: string) => ({
    extension: { location: `https://x.atlassian.net/jira/apps/a/e?conversation=${id}` },
  });

  test('opens the conversation that it names', async () => {
    const entry = anEntry(7);
    const messages = [anInboxMessage(1, 'Here')];
    const host = await openInbox({ conversation: () => aConversation({ entry, messages }) }, link(anId(7)));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Here' }]));
    expect(asked(host, 'conversation')).toEqual([{ conversationId: anId(7) }]);
  });

  test('to a conversation that is not for me says so, and leads back', async () => {
    const host = await openInbox({ conversation: () => aProblem('gone') }, link(anId(7)));
    await host.until(() => expect(host.text).toContain('You cannot see this conversation'));
    host.press('All conversations');
    await host.until(() => expect(host.text).not.toContain('You cannot see this conversation'));
  });
});

function never(): never {
  throw new Error('Not here');
}
