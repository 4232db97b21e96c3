import { FakeHistory } from '../fake-history';
import { letReactFinish } from '../fake-host';
import { aConversation, aGroup, anEntry, anId, anInboxMessage } from './builders';
import { asked, listing, openInbox, openLine } from './open-inbox';

afterAll(letReactFinish);

const message = anInboxMessage(5, 'Found');
const answers = {
  inboxList: listing({ all: [anEntry(1), aGroup(2)] }),
  conversation: ({ conversationId }: { conversationId: string }) =>
    aConversation({
      entry: conversationId === anId(2) ? aGroup(2) : anEntry(1),
      messages: [anInboxMessage(4, 'Before it'), message],
    }),
  inboxSearch: () => ({ ok: true, entries: [], hits: [{ entry: anEntry(1), message }], cursor: '' }),
};

/** The inbox with a history that came, at this path below the page. */
async function openAt(path: string, more: object = {}, history = new FakeHistory(path)) {
  const host = await openInbox({ ...answers, ...more }, {}, { createHistory: () => history });
  await host.until(() => host.pressable('Harbour'));
  return { history, host };
}

const isOpen = (name: string) => (text: string) => text.includes(`Message to ${name}`);

test('each conversation that is opened is a step of the address, and Back leads to the one before', async () => {
  const { history, host } = await openAt('/');
  await openLine(host, 'Bob Brown');
  await host.until(() => host.field('Message to Bob Brown'));
  await openLine(host, 'Harbour');
  await host.until(() => host.field('Message to Harbour'));
  expect(history.pushed).toEqual([`/conversation/${anId(1)}`, `/conversation/${anId(2)}`]);
  history.visit(`/conversation/${anId(1)}`);
  await host.until(() => host.field('Message to Bob Brown'));
  history.visit('/');
  await host.until(() => expect(isOpen('Bob Brown')(host.text)).toBe(false));
  expect(history.pushed).toHaveLength(2);
});

describe('while the history has not answered yet', () => {
  /** A history whose answers wait until they are let through, the oldest first. */
  function aSlowHistory() {
    const waiting: (() => void)[] = [];
    const history = new FakeHistory('/', (tell) => waiting.push(tell));
    return { history, answer: () => waiting.shift()?.() };
  }

  test('what is opened next stays open, and is the last step of the address', async () => {
    const { history, answer } = aSlowHistory();
    const { host } = await openAt('/', {}, history);
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(history.pushed).toHaveLength(1));
    await openLine(host, 'Harbour');
    await host.until(() => expect(history.pushed).toHaveLength(2));
    answer();
    expect(history.location.pathname).toBe(`/conversation/${anId(1)}`);
    answer();
    history.visit('/');
    answer();
    await host.until(() => expect(isOpen('Harbour')(host.text)).toBe(false));
    // Whatever is opened is asked for.
    expect(asked(host, 'conversation').map(({ conversationId }) => conversationId)).toEqual([anId(1), anId(2)]);
    expect(history.pushed).toEqual([`/conversation/${anId(1)}`, `/conversation/${anId(2)}`]);
  });

  test('what is closed again leaves the address', async () => {
    const { history } = aSlowHistory();
    const { host } = await openAt('/', {}, history);
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(history.pushed).toHaveLength(1));
    host.press('All conversations');
    await host.until(() => expect(history.pushed).toEqual([`/conversation/${anId(1)}`, '/']));
  });

  test('Back is followed, and so is the step that it overtook', async () => {
    const { history, answer } = aSlowHistory();
    const { host } = await openAt('/', {}, history);
    history.visit(`/conversation/${anId(1)}`);
    await openLine(host, 'Harbour');
    await host.until(() => expect(history.pushed).toEqual([`/conversation/${anId(2)}`]));
    answer();
    await host.until(() => host.field('Message to Bob Brown'));
    answer();
    await host.until(() => host.field('Message to Harbour'));
    expect([history.pushed.length, history.location.pathname]).toEqual([1, `/conversation/${anId(2)}`]);
  });
});

test('a copied address opens what it names, and moves no further', async () => {
  const { history, host } = await openAt(`/conversation/${anId(1)}/${message.id}`);
  await host.until(() => expect(host.text).toContain('The message that you searched for\nBob Brown\n5:06 AM\nFound'));
  expect([history.pushed, asked(host, 'conversation')]).toEqual([[], [{ conversationId: anId(1) }]]);
});

test('a hit of the search is in the address with its message', async () => {
  const { history, host } = await openAt('/');
  host.write('Search people, groups and messages', 'found');
  await openLine(host, 'Bob Brown\nBob Brown: Found');
  await host.until(() => expect(history.pushed).toEqual([`/conversation/${anId(1)}/${message.id}`]));
});

test('leads to the conversation where the message that it names is not there, and Back not to that message again', async () => {
  const { history, host } = await openAt(`/conversation/${anId(1)}/${anInboxMessage(9, '').id}`, {
    page: () => ({ ok: false, problem: { code: 'gone' } }),
  });
  await host.until(() => expect(history.replaced).toEqual([`/conversation/${anId(1)}`]));
  expect(history.pushed).toEqual([]);
  await host.until(() => host.field('Message to Bob Brown'));
  expect(host.comments.map(({ text }) => text)).toEqual(['Before it', 'Found']);
});

test.each([
  ['is refused', () => Promise.reject(new Error('Only an app’s own page has a history.'))],
  ['never comes', () => new Promise(() => undefined)],
  ['is nothing', () => undefined],
])('where the history %s, the inbox opens what one chooses all the same', async (_, createHistory) => {
  const host = await openInbox(answers, {}, { createHistory });
  await openLine(host, 'Bob Brown');
  await host.until(() => host.field('Message to Bob Brown'));
});

test('what was opened before the history came is what the address says then', async () => {
  const history = new FakeHistory('/');
  let give: (history: FakeHistory) => void = () => undefined;
  const createHistory = () => new Promise((resolve) => (give = resolve));
  const host = await openInbox(answers, {}, { createHistory });
  await openLine(host, 'Harbour');
  await host.until(() => host.field('Message to Harbour'));
  give(history);
  await host.until(() => expect(history.pushed).toEqual([`/conversation/${anId(2)}`]));
});
