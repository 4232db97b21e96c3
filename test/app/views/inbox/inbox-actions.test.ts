import { aProblem, bob, carla } from '../builders';
import { type FakeHost, letReactFinish } from '../fake-host';
import { aConversation, aGroup, anEntry, anId, anInboxMessage, aPage } from './builders';
import { type Answers, asked, chooseTool, listing, openInbox, openLine, openTools } from './open-inbox';

afterAll(letReactFinish);

// What one does in the inbox and then sees, over the real view and the real reconciler.

async function openBob(answers: Answers, thread = aConversation(), entry = anEntry()): Promise<FakeHost> {
  const host = await openInbox({ inboxList: listing({ all: [entry] }), conversation: () => thread, ...answers });
  await openLine(host, entry.person?.name ?? entry.name);
  await host.until(() => host.button('All conversations'));
  await host.until(() => expect(host.all('Spinner')).toHaveLength(0));
  return host;
}

const choose = (host: FakeHost, field: string, value: unknown) =>
  (host.field(field).props['onChange'] as (value: unknown) => void)(value);

describe('the list', () => {
  test('goes on where it stopped when more is asked for, and never by itself', async () => {
    const host = await openInbox({
      inboxList: ({ list, cursor }: { list: string; cursor: string }) =>
        list === 'unread'
          ? aPage([])
          : cursor === ''
            ? { ...aPage([anEntry(3)], 'c1'), own: null }
            : aPage([anEntry(2)]),
    });
    await host.until(() => expect(host.texts('Pressable')).toHaveLength(1));
    await host.until(() => expect(asked(host, 'inboxList')).toHaveLength(2));
    host.press('Show more');
    await host.until(() => expect(host.texts('Pressable')).toHaveLength(2));
    expect(asked(host, 'inboxList').at(-1)).toEqual({ list: 'all', cursor: 'c1' });
    expect(host.texts('Button')).not.toContain('Show more');
  });

  test('marks what is opened as read and nothing before, and the line says so at once', async () => {
    const entry = anEntry(1, { unreadCount: 2 });
    const messages = [anInboxMessage(1, 'One'), anInboxMessage(2, 'Two')];
    const host = await openInbox({
      inboxList: listing({ unread: [entry], all: [entry] }),
      conversation: () => aConversation({ entry, messages }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => host.button('2 new messages'));
    expect([host.comments, asked(host, 'read'), host.texts('Badge').length]).toEqual([[], [], 1]);
    host.press('2 new messages');
    await host.until(() => expect(host.texts('Badge')).toEqual([]));
    expect(host.comments.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(asked(host, 'read')).toEqual([{ conversationId: entry.id, id: messages[1]?.id }]);
  });

  test('shows as new what is, by its issue, and what was read of another one as it stands', async () => {
    const entry = anEntry(1, { unreadCount: 1 });
    const about = (id: string) => ({ issue: { id, key: `WEB-${id}`, summary: 'Summary' } });
    const messages = [anInboxMessage(1, 'Of one', about('10001')), anInboxMessage(2, 'Of two', about('10002'))];
    const unreadIn = [{ issueId: '10001', after: anInboxMessage(0, '').id }];
    const host = await openBob({}, aConversation({ entry, messages, unreadIn }), entry);
    await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['Of two']));
    host.press('1 new message');
    await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['Of one', 'Of two']));
  });

  test('marks a message as unread, after which it stands among the unread ones', async () => {
    const [read, unread] = [anEntry(1), anEntry(1, { unreadCount: 1 })];
    const message = anInboxMessage(1, 'One');
    let entry = read;
    const host = await openInbox({
      inboxList: ({ list }: { list: string }) => aPage(list === 'unread' && entry === read ? [] : [entry]),
      conversation: () => aConversation({ entry, messages: [message] }),
      unread: () => {
        entry = unread;
        return { ok: true };
      },
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.comments).toHaveLength(1));
    host.comments[0]?.act('Mark as unread');
    await host.until(() => host.button('1 new message'));
    expect(asked(host, 'unread')).toEqual([{ conversationId: read.id, id: message.id }]);
    await host.until(() => expect(host.text).toContain('unread'));
  });

  test('that was looked for is there, also while it is new', async () => {
    const entry = anEntry(1, { unreadCount: 1 });
    const message = anInboxMessage(1, 'About a crane');
    const host = await openInbox({
      inboxList: listing({ all: [entry] }),
      conversation: () => aConversation({ entry, messages: [message] }),
      inboxSearch: () => ({ ok: true, entries: [], hits: [{ entry, message }], cursor: '' }),
    });
    await host.until(() => host.write('Search people, groups and messages', 'crane'));
    await openLine(host, 'Bob Brown\nBob Brown: About a crane');
    await host.until(() => host.button('1 new message'));
    expect([host.comments.map(({ text }) => text), asked(host, 'read')]).toEqual([['About a crane'], []]);
  });

  test('offers nobody to mark as unread what they only read as a guest of a public group', async () => {
    const entry = aGroup(1, { role: null, privacy: 'public' });
    const host = await openBob({}, aConversation({ entry, messages: [anInboxMessage(1, 'One')] }), entry);
    await host.until(() => expect(host.comments.map(({ actions }) => actions)).toEqual([[]]));
  });
});

describe('searching', () => {
  const search = async (host: FakeHost, text: string) => {
    await host.until(() => host.write('Search people, groups and messages', text));
  };

  test('finds names and messages, each of which opens its conversation', async () => {
    const hit = { entry: aGroup(4), message: anInboxMessage(9, 'The crane is broken') };
    const host = await openInbox({
      inboxSearch: () => ({ ok: true, entries: [anEntry(5)], hits: [hit], cursor: '' }),
      conversation: () =>
        aConversation({ entry: aGroup(4), messages: [anInboxMessage(20, 'Later')], before: anInboxMessage(20, '').id }),
      page: () => ({
        ok: true,
        messages: [8, 9, 10].map((n) => anInboxMessage(n, `Of ${n}`)),
        before: null,
        after: anInboxMessage(10, '').id,
      }),
    });
    await search(host, 'crane');
    await host.until(() => expect(host.texts('Pressable')).toHaveLength(2));
    expect(asked(host, 'inboxSearch')).toEqual([{ text: 'crane', cursor: '', people: [] }]);
    await openLine(host, 'Harbour\nBob Brown: The crane is broken');
    // It lies before what the conversation shows: the page around it stands there, without the newest ones.
    await host.until(() => expect(host.text).toContain('The message that you searched for\nBob Brown\n5:06 AM\nOf 9'));
    expect(host.comments.map(({ text }) => text)).toEqual(['Of 8', 'Of 9', 'Of 10']);
    expect(asked(host, 'page')).toEqual([{ conversationId: anId(4), before: null, around: hit.message.id }]);
  });

  test('that finds nothing says so, and leads back to the lists', async () => {
    const host = await openInbox({
      inboxList: listing({ all: [anEntry()] }),
      inboxSearch: () => ({ ok: true, entries: [], hits: [], cursor: '' }),
    });
    await search(host, 'zebra');
    await host.until(() => expect(host.text).toContain('Nothing found for “zebra”'));
    host.press('Back to all conversations');
    await host.until(() => expect(host.texts('Pressable')[0]).toContain('Bob Brown'));
  });

  test('that failed says why, and is tried again', async () => {
    let tries = 0;
    const host = await openInbox({
      inboxSearch: () =>
        ++tries === 1 ? aProblem('service_away') : { ok: true, entries: [anEntry()], hits: [], cursor: '' },
    });
    await search(host, 'bob');
    await host.until(() => expect(host.text).toContain('does not answer'));
    host.press('Try again');
    await host.until(() => expect(host.texts('Pressable')).toHaveLength(1));
  });

  test('goes on with the next page when more is asked for', async () => {
    const hit = (n: number) => ({ entry: anEntry(), message: anInboxMessage(n, `Hit ${n}`) });
    const host = await openInbox({
      inboxSearch: ({ cursor }: { cursor: string }) =>
        cursor === ''
          ? { ok: true, entries: [], hits: [hit(1)], cursor: 'c1' }
          : { ok: true, entries: [], hits: [hit(2)], cursor: '' },
    });
    await search(host, 'hit');
    await host.until(() => host.press('Show more'));
    await host.until(() => expect(host.texts('Pressable')).toHaveLength(2));
  });
});

describe('writing', () => {
  const writeAndSend = async (host: FakeHost, text: string) => {
    host.write('Message to Bob Brown', text);
    await host.until(() => host.press('Send'));
  };

  test('shows the message at once, and in the list when it was sent', async () => {
    const host = await openBob({
      send: ({ text }: { text: string }) => ({ ok: true, message: anInboxMessage(1, text, { from: 'me' }) }),
    });
    await writeAndSend(host, 'Hello Bob');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Hello Bob', state: 'there' }]));
    expect(host.texts('Pressable')[0]).toContain('You: Hello Bob');
    expect(asked(host, 'send')).toMatchObject([
      { conversationId: anId(1), text: 'Hello Bob', key: expect.any(String) },
    ]);
  });

  test('that failed is sent again under the same key', async () => {
    let tries = 0;
    const host = await openBob({
      send: ({ text }: { text: string }) =>
        ++tries === 1 ? aProblem('service_away') : { ok: true, message: anInboxMessage(1, text, { from: 'me' }) },
    });
    await writeAndSend(host, 'Hello');
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'failed' }]));
    host.comments[0]?.act('Retry');
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'there' }]));
    const [first, second] = asked(host, 'send');
    expect(second).toEqual(first);
  });

  test('to someone who takes no messages from me says so, and can be given up', async () => {
    const host = await openBob({ send: () => aProblem('blocked') });
    await writeAndSend(host, 'Hello');
    await host.until(() => expect(host.comments[0]?.text).toContain('does not take messages from you'));
    host.comments[0]?.act('Discard');
    await host.until(() => expect(host.comments).toEqual([]));
  });

  test('is kept while another conversation is looked at', async () => {
    const other = aGroup(2);
    const host = await openInbox({
      inboxList: listing({ all: [anEntry(1), other] }),
      conversation: ({ conversationId }: { conversationId: string }) =>
        aConversation({ entry: conversationId === other.id ? other : anEntry(1) }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => host.write('Message to Bob Brown', 'Half a thought'));
    await openLine(host, 'Harbour');
    await host.until(() => expect(host.field('Message to Harbour').props['defaultValue']).toBe(''));
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.field('Message to Bob Brown').props['defaultValue']).toBe('Half a thought'));
  });

  test('an edit is kept, too, while another conversation is looked at', async () => {
    const other = aGroup(2);
    const mine = anInboxMessage(1, 'Teh page', { from: 'me' });
    const host = await openInbox({
      inboxList: listing({ all: [anEntry(1), other] }),
      conversation: ({ conversationId }: { conversationId: string }) =>
        conversationId === other.id ? aConversation({ entry: other }) : aConversation({ messages: [mine] }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.comments).toHaveLength(1));
    host.comments[0]?.act('Edit');
    await host.until(() => host.write('Edit your message', 'The pa'));
    await openLine(host, 'Harbour');
    await host.until(() => expect(host.field('Message to Harbour')).toBeDefined());
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.field('Edit your message').props['defaultValue']).toBe('The pa'));
  });

  test('older messages come above the others', async () => {
    const third = anInboxMessage(3, 'Third');
    const host = await openBob(
      { page: () => ({ ok: true, messages: [anInboxMessage(1, 'First')], before: null }) },
      aConversation({ messages: [third], before: third.id }),
    );
    host.press('Earlier messages');
    await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['First', 'Third']));
    expect(asked(host, 'page')).toEqual([{ conversationId: anId(1), before: third.id }]);
  });

  test('my message can be changed and deleted in place', async () => {
    const mine = anInboxMessage(1, 'Teh page', { from: 'me' });
    const host = await openBob(
      {
        edit: ({ text }: { text: string }) => ({
          ok: true,
          body: anInboxMessage(1, text).body,
          editedAt: '2026-03-04T06:00:00.000Z',
        }),
        remove: () => ({ ok: true, deletedAt: '2026-03-04T06:00:00.000Z' }),
      },
      aConversation({ messages: [mine] }),
    );
    host.comments[0]?.act('Edit');
    await host.until(() => host.write('Edit your message', 'The page'));
    await host.until(() => host.press('Save'));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'The page', edited: 'Edited Mar 4' }]));
    host.comments[0]?.act('Delete');
    await host.until(() => host.press('Delete message'));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Message deleted' }]));
    expect(asked(host, 'remove')).toEqual([{ conversationId: anId(1), id: mine.id }]);
  });
});

describe('a conversation as a whole', () => {
  test('has one menu, which says what each of its actions does', async () => {
    const host = await openBob({});
    expect(await openTools(host)).toEqual([
      'Remind me…',
      'Mute: no mails, no flags',
      'Archive: out of your list until something is written',
      'Block Bob Brown',
    ]);
    expect(host.all('Popup')[0]?.props).toMatchObject({ isOpen: true, label: 'Actions for Bob Brown' });
  });

  test('is muted, which its line says', async () => {
    const host = await openBob({ inboxMute: () => ({ ok: true }) });
    await chooseTool(host, 'Mute: no mails, no flags');
    await host.until(() => expect(host.texts('Pressable')[0]).toContain('Muted'));
    expect(asked(host, 'inboxMute')).toEqual([{ id: anId(1), isMuted: true }]);
    expect(await openTools(host)).toContain('Unmute');
  });

  test('that could not be muted says why', async () => {
    const host = await openBob({ inboxMute: () => aProblem('service_away') });
    await chooseTool(host, 'Mute: no mails, no flags');
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('That was not done.'));
  });

  test('leaves the list when it is archived', async () => {
    let isArchived = false;
    const host = await openBob({
      inboxList: ({ list }: { list: string }) => aPage(list === 'all' && !isArchived ? [anEntry()] : []),
      inboxArchive: () => {
        isArchived = true;
        return { ok: true };
      },
    });
    await chooseTool(host, 'Archive: out of your list until something is written');
    await host.until(() => expect(() => host.pressable('Bob Brown')).toThrow());
    expect(asked(host, 'inboxArchive')).toEqual([{ id: anId(1), isArchived: true }]);
  });

  test('with a person asks before it blocks them', async () => {
    const host = await openBob({ block: () => ({ ok: true }) });
    await chooseTool(host, 'Block Bob Brown');
    await host.until(() => expect(host.text).toContain('They can no longer write to you directly'));
    expect(asked(host, 'block')).toEqual([]);
    host.press('Block them');
    await host.until(() => expect(host.text).toContain('You have blocked Bob Brown'));
    expect(asked(host, 'block')).toEqual([{ person: 'bob' }]);
  });

  test('is closed by a button, and the list stays', async () => {
    const host = await openBob({});
    host.press('All conversations');
    await host.until(() => expect(host.text).toContain('Choose a conversation'));
    expect(host.texts('Pressable')).toHaveLength(1);
  });
});

describe('a group', () => {
  const openGroup = (answers: Answers, entry = aGroup()) => openBob(answers, aConversation({ entry }), entry);

  test('is made from a name, a topic, a privacy and people, and opens', async () => {
    const made = aGroup(8, { name: 'Cranes' });
    const host = await openInbox({
      groupCreate: () => ({ ok: true, id: made.id }),
      conversation: () => aConversation({ entry: made }),
    });
    host.findsPeople = () => [carla];
    await host.until(() => host.press('New group'));
    await host.until(() => expect(() => host.press('Make the group')).toThrow('disabled'));
    host.write('Name of the group', ' Cranes ');
    await host.until(() => host.write('Topic (optional)', 'All cranes'));
    const search = host.field('People to add').props['onInputChange'] as (text: string) => void;
    search('car');
    await host.until(() => expect(host.field('People to add').props['options']).toHaveLength(1));
    choose(host, 'People to add', host.field('People to add').props['options']);
    await host.until(() => expect(host.field('People to add').props['value']).toHaveLength(1));
    host.press('Make the group');
    await host.until(() => expect(host.field('Message to Cranes')).toBeDefined());
    expect(host.searched).toEqual(['car']);
    expect(asked(host, 'groupCreate')).toEqual([
      { name: 'Cranes', topic: 'All cranes', privacy: 'private', people: ['carla'], key: expect.any(String) },
    ]);
  });

  test('that could not be made says why, keeps the form, and is tried again under the same key', async () => {
    let tries = 0;
    const host = await openInbox({
      groupCreate: () => (++tries === 1 ? aProblem('service_away') : { ok: true, id: anId(8) }),
      conversation: () => aConversation({ entry: aGroup(8) }),
    });
    await host.until(() => host.press('New group'));
    await host.until(() => host.write('Name of the group', 'Cranes'));
    await host.until(() => host.press('Make the group'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('The group is not made.'));
    host.press('Make the group');
    await host.until(() => expect(host.text).toContain('Message to Harbour'));
    const [first, second] = asked(host, 'groupCreate');
    expect(second).toEqual(first);
  });

  test('is renamed by its owner, who also adds and removes people', async () => {
    const host = await openGroup({
      groupChange: () => ({ ok: true }),
      groupAdd: () => ({ ok: true }),
      groupRemove: () => ({ ok: true }),
    });
    host.findsPeople = () => [{ ...carla, id: 'dan', name: 'Dan' }, carla];
    host.press('Group details');
    await host.until(() => expect(host.text).toContain('Members (2)'));
    expect(() => host.press('Save changes')).toThrow('disabled');
    host.write('Name of the group', 'Docks');
    await host.until(() => host.press('Save changes'));
    await host.until(() =>
      expect(asked(host, 'groupChange')).toEqual([{ id: anId(1), name: 'Docks', topic: 'Cranes', privacy: 'private' }]),
    );
    await host.until(() => host.press('Remove Carla Diaz'));
    await host.until(() => expect(asked(host, 'groupRemove')).toEqual([{ id: anId(1), person: 'carla' }]));
    (host.field('Add people').props['onInputChange'] as (text: string) => void)('da');
    // Who is in already is not offered again.
    await host.until(() => expect(host.field('Add people').props['options']).toMatchObject([{ value: 'dan' }]));
    choose(host, 'Add people', host.field('Add people').props['options']);
    await host.until(() => host.press('Add to the group'));
    await host.until(() => expect(asked(host, 'groupAdd')).toEqual([{ id: anId(1), people: ['dan'], history: 'all' }]));
    await host.until(() => expect(host.field('Add people').props['value']).toEqual([]));
  });

  test('says what it means to make it public before that is done', async () => {
    const host = await openGroup({ groupChange: () => ({ ok: true }) });
    host.press('Group details');
    await host.until(() => host.field('Who can find and read it'));
    choose(host, 'Who can find and read it', { value: 'public' });
    await host.until(() => host.press('Save changes'));
    await host.until(() => expect(host.text).toContain('What was written before stays with its members.'));
    expect(asked(host, 'groupChange')).toEqual([]);
    host.press('Make it public');
    await host.until(() => expect(asked(host, 'groupChange')).toMatchObject([{ privacy: 'public' }]));
  });

  test('says who cannot be added', async () => {
    const host = await openGroup({ groupRemove: () => aProblem('not_added', { people: [carla] }) });
    host.press('Group details');
    await host.until(() => host.press('Remove Bob Brown'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('This is about: Carla Diaz.'));
  });

  test('says to its owner who owns it once they leave', async () => {
    const host = await openGroup({});
    await chooseTool(host, 'Leave the group');
    await host.until(() => expect(host.text).toContain('whoever has been in it for longest owns it then'));
  });

  test('is archived by its owner for everyone, which the menu says', async () => {
    const host = await openGroup({});
    expect(await openTools(host)).toEqual([
      'Remind me…',
      'Mute: no mails, no flags',
      'Archive for everyone: nobody can write in it then',
      'Leave the group',
    ]);
  });

  test('that I am not in has no menu', async () => {
    const host = await openGroup({}, aGroup(1, { role: null, privacy: 'public' }));
    await host.until(() => expect(host.button('Group details')).toBeDefined());
    expect(host.all('Popup').map(({ props }) => props['label'])).not.toContain('Actions for Harbour');
  });

  test('shows its members to a member, and nothing to change', async () => {
    const host = await openGroup({}, aGroup(1, { role: 'member' }));
    expect(await openTools(host)).toEqual(['Remind me…', 'Mute: no mails, no flags', 'Leave the group']);
    host.press('Group details');
    await host.until(() => expect(host.text).toContain('Carla Diaz'));
    expect(host.all('Textfield').map(({ props }) => props['name'])).toEqual(['search']);
    expect(host.texts('Button').some((text) => text.startsWith('Remove'))).toBe(false);
  });

  test('asks before one leaves it, and is gone then', async () => {
    let isIn = true;
    const host = await openGroup({
      inboxList: ({ list }: { list: string }) => aPage(list === 'all' && isIn ? [aGroup()] : []),
      groupLeave: () => {
        isIn = false;
        return { ok: true };
      },
    });
    await chooseTool(host, 'Leave the group');
    await host.until(() => expect(host.text).toContain('When the last member leaves, the group is archived.'));
    expect(asked(host, 'groupLeave')).toEqual([]);
    host.press('Leave it');
    await host.until(() => expect(host.texts('Pressable')).toEqual([]));
    expect(() => host.button('All conversations')).toThrow();
  });

  test('that I may not change says so', async () => {
    const host = await openGroup({ groupRemove: () => aProblem('not_owner') });
    host.press('Group details');
    await host.until(() => host.press('Remove Bob Brown'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('Ask who made the group'));
  });

  test('names who has read my last message', async () => {
    const mine = anInboxMessage(1, 'Hi', { from: 'me' });
    const readBy = [bob, carla].map((person) => ({ person, messageId: mine.id, issueId: null }));
    const host = await openBob({}, aConversation({ entry: aGroup(), messages: [mine], readBy }), aGroup());
    await host.until(() => expect(host.text).toContain('Read by Bob Brown and Carla Diaz'));
  });
});
