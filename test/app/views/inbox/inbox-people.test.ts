import { aProblem, bob, carla } from '../builders';
import { FakeHistory } from '../fake-history';
import { letReactFinish } from '../fake-host';
import { aConversation, anEntry, anInboxMessage, aPage } from './builders';
import { type Answers, asked, chooseTool, openInbox, openLine } from './open-inbox';

afterAll(letReactFinish);

// People with whom there is no conversation: found, written to, and a conversation from then on.

const searchField = 'Search people, groups and messages';
const begun = anEntry(7, { person: carla });
const hello = anInboxMessage(1, 'Hello', { from: 'me' });
const atCarla = `/person/${encodeURIComponent(carla.id)}`;

/** The inbox whose Jira finds Bob and Carla, and whose service has no conversation with her until something is sent. */
async function openWith(answers: Answers = {}, path = '/') {
  const state = { isSent: false };
  const history = new FakeHistory(path);
  const lists = () => ({ all: state.isSent ? [begun, anEntry(1)] : [anEntry(1)] });
  const withCarla = () =>
    state.isSent
      ? aConversation({ entry: begun, messages: [hello] })
      : {
          ok: true,
          conversation: {
            ...aConversation().conversation,
            conversationId: null,
            entry: null,
            person: carla,
            hasDraft: null,
          },
        };
  const host = await openInbox(
    {
      inboxList: ({ list }: { list: string }) => aPage(list === 'all' ? lists().all : []),
      inboxSearch: () => ({ ok: true, entries: [anEntry(1)], hits: [], cursor: '', mayBegin: true }),
      conversation: ({ person }: { person?: string }) => (person === carla.id ? withCarla() : aConversation()),
      send: () => {
        state.isSent = true;
        return { ok: true, message: hello, mailClosed: null };
      },
      ...answers,
    },
    { accountId: 'alice' },
    { createHistory: () => history },
  );
  host.findsPeople = () => [bob, carla];
  await host.until(() => host.pressable('Bob Brown'));
  return { host, history, state };
}

async function find(host: Awaited<ReturnType<typeof openWith>>['host'], text = 'ca'): Promise<void> {
  host.write(searchField, text);
  await host.until(() => expect(asked(host, 'inboxSearch')).toHaveLength(1));
}

test('people to whom one never wrote stand below those with whom there is a conversation', async () => {
  const { host } = await openWith();
  await find(host);
  await host.until(() => expect(host.text).toContain('You have not written to them yet'));
  expect(asked(host, 'inboxSearch')[0]).toMatchObject({ people: [bob.id, carla.id] });
  expect(host.texts('Pressable').map((text) => text.split('\n')[0])).toEqual(['Bob Brown', 'Carla Diaz']);
});

test('the reader is not among them', async () => {
  const { host } = await openWith();
  host.findsPeople = () => [{ ...bob, id: 'alice', name: 'Alice Archer' }];
  await find(host);
  await host.until(() => expect(host.text).toContain('People and groups'));
  expect(host.text).not.toContain('Alice Archer');
});

test.each([
  [
    'where the settings let nobody begin',
    { inboxSearch: () => ({ ok: true, entries: [], hits: [], cursor: '', mayBegin: false }) },
  ],
  ['by a function of the release before', { inboxSearch: () => ({ ok: true, entries: [], hits: [], cursor: '' }) }],
])('%s nobody is offered', async (_, answers) => {
  const { host } = await openWith(answers);
  await find(host);
  await host.until(() => expect(host.text).toContain('Nothing found for “ca”'));
});

test('the first message makes the conversation, in the list and beside it, and one goes on writing', async () => {
  const { host, history } = await openWith();
  await find(host);
  await openLine(host, 'Carla Diaz');
  await host.until(() => host.field('Message to Carla Diaz'));
  expect(host.text).toContain('Only Carla Diaz and you read it');
  expect(history.pushed).toEqual([atCarla]);
  host.write('Message to Carla Diaz', 'Hello');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(asked(host, 'send')).toMatchObject([{ person: carla.id, text: 'Hello' }]));
  // Nobody new any more, but the conversation that is open.
  await host.until(() => expect(host.text).not.toContain('You have not written to them yet'));
  expect(host.texts('Pressable').filter((text) => text.startsWith('Carla Diaz'))).toHaveLength(1);
  host.write(searchField, '');
  await host.until(() => expect(host.pressable('Carla Diaz')).toBeDefined());
  expect(host.comments.map(({ text }) => text)).toEqual(['Hello']);
  expect(host.field('Message to Carla Diaz')).toBeDefined();
  // Its line is the open one, and opens the very same.
  const before = asked(host, 'conversation').length;
  await openLine(host, 'Carla Diaz');
  await host.until(() => expect(asked(host, 'conversation').length).toBeGreaterThan(before));
  expect(asked(host, 'conversation').at(-1)).toEqual({ person: carla.id });
  expect(history.pushed).toEqual([atCarla]);
});

test('a reminder of a conversation that began here is shown, and can be taken away', async () => {
  const { host } = await openWith({ remind: () => ({ ok: true }) }, atCarla);
  await host.until(() => host.write('Message to Carla Diaz', 'Hello'));
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['Hello']));
  // Its line stands in the list once it is known as a conversation.
  await host.until(() => expect(host.pressable('Carla Diaz')).toBeDefined());
  await chooseTool(host, 'Remind me…');
  await host.until(() => expect(host.text).toContain('When do you want to be reminded?'));
  host.press(host.texts('Button').find((it) => it.startsWith('In an hour')) ?? '');
  await host.until(() => expect(host.text).toContain('Reminder: '));
  await chooseTool(host, 'Remove the reminder');
  await host.until(() => expect(host.text).not.toContain('Reminder: '));
  expect(asked(host, 'remind')).toMatchObject([
    { person: carla.id, message: null },
    { person: carla.id, message: null, due: null },
  ]);
});

test('what was refused says why, and the words stay', async () => {
  const { host } = await openWith({ send: () => aProblem('recipient_stranger') });
  await find(host);
  await openLine(host, 'Carla Diaz');
  await host.until(() => host.field('Message to Carla Diaz'));
  host.write('Message to Carla Diaz', 'Hello');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.text).toContain('You have no conversation with them'));
  expect(host.text).toContain('Hello');
});

test('an address of a person opens at them', async () => {
  const { host } = await openWith({}, atCarla);
  await host.until(() => host.field('Message to Carla Diaz'));
  expect(asked(host, 'conversation')[0]).toEqual({ person: carla.id });
});

test('the key of a work item leads to what was written about it', async () => {
  const about = anEntry(4, { person: carla });
  const { host } = await openWith({
    inboxSearch: () => ({ ok: true, entries: [], hits: [], cursor: '', mayBegin: true }),
    inboxList: ({ list }: { list: string }) => aPage(list === 'issue' ? [about] : list === 'all' ? [anEntry(1)] : []),
  });
  host.findsPeople = () => [];
  host.issues.set('WEB-9', { id: '10009', summary: 'Vouchers' });
  await find(host, 'web-9');
  await host.until(() => host.press('Conversations about WEB-9: Vouchers'));
  await host.until(() => expect(host.pressable('Carla Diaz')).toBeDefined());
  expect(asked(host, 'inboxList').at(-1)).toEqual({ list: 'issue', cursor: '', issue: '10009' });
  expect(host.texts('Heading')).toContain('WEB-9: Vouchers');
  host.press('WEB-9');
  await host.until(() => expect(host.pressable('Bob Brown')).toBeDefined());
});

test('what rules wrote and what has a draft are lists of their own', async () => {
  const entries = { rules: [anEntry(5, { person: { id: 'app:1', name: null, kind: 'program', active: false } })] };
  const draftsOn = [{ id: '10009', key: 'WEB-9', summary: 'Vouchers' }];
  const drafts = [anEntry(6, { person: carla, hasDraft: true, last: null, id: `person:${carla.id}`, draftsOn })];
  const { host, history } = await openWith({
    inboxList: ({ list }: { list: string }) => aPage({ all: [anEntry(1)], ...entries, drafts }[list] ?? []),
  });
  host.press('Rules');
  await host.until(() => expect(host.texts('Pressable')[0]).toContain('Automation'));
  host.press('Drafts');
  await host.until(() => expect(host.texts('Link')).toContain('WEB-9: Vouchers'));
  await openLine(host, 'Carla Diaz');
  await host.until(() => host.field('Message to Carla Diaz'));
  expect(history.pushed).toEqual([atCarla]);
});

test('a line says that something is being written, though it is kept under the name of the person', async () => {
  const { host } = await openWith({}, atCarla);
  await host.until(() => host.write('Message to Carla Diaz', 'Hello'));
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['Hello']));
  await host.until(() => expect(host.pressable('Carla Diaz')).toBeDefined());
  host.write('Message to Carla Diaz', 'And now');
  await openLine(host, 'Bob Brown');
  await host.until(() =>
    expect(host.texts('Pressable').find((text) => text.startsWith('Carla Diaz'))).toContain('Draft'),
  );
});
