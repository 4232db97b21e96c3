import type { ShownMessage } from '../../../../src/app/definitions';
import { aProblem } from '../builders';
import { type FakeHost, letReactFinish } from '../fake-host';
import { aConversation, anEntry, anInboxMessage } from './builders';
import { type Answers, asked, listing, openInbox, openLine } from './open-inbox';

afterAll(letReactFinish);

// A long thread, page by page, over the real view and the real reconciler; the service's pages are of 25.

const all = Array.from({ length: 200 }, (_, n) => anInboxMessage(n + 1, `Words ${n + 1}`));
const idOf = (n: number) => anInboxMessage(n, '').id;

function readPage({ before, after, around }: { before: string | null; after?: string; around?: string }) {
  const end = before === null ? all.length : all.findIndex(({ id }) => id === before);
  const middle = all.findIndex(({ id }) => id === (around ?? after));
  const from = around !== undefined ? middle - 12 : after !== undefined ? middle + 1 : end - 25;
  const messages = all.slice(Math.max(0, from), Math.max(0, from) + 25);
  const last = messages.at(-1)?.id ?? null;
  return { ok: true, messages, before: from <= 0 ? null : messages[0]?.id, after: last === idOf(200) ? null : last };
}

async function openLong(changes: Partial<ReturnType<typeof anEntry>> = {}, answers: Answers = {}): Promise<FakeHost> {
  const entry = anEntry(1, changes);
  const { messages, before } = readPage({ before: null });
  const unreadIn = [{ issueId: null, after: idOf(200 - entry.unreadCount) }];
  const host = await openInbox({
    inboxList: listing({ all: [entry] }),
    conversation: () =>
      aConversation({ entry, messages, before: before ?? null, ...(entry.unreadCount > 0 ? { unreadIn } : {}) }),
    page: readPage,
    inboxSearch: () => ({ ok: true, entries: [], hits: [{ entry, message: all[59] as ShownMessage }], cursor: '' }),
    ...answers,
  });
  await openLine(host, 'Bob Brown');
  await host.until(() => host.field('Message to Bob Brown'));
  return host;
}

const shown = (host: FakeHost) => host.comments.map(({ text }) => Number(text.split(' ')[1]));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('shows the newest that fit, and turns to earlier and later ones in their place', async () => {
  const host = await openLong();
  expect(shown(host)).toEqual(range(193, 200));
  for (const [from, to] of [
    [185, 192],
    [177, 184],
  ] as const) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)).toEqual(range(from, to)));
  }
  expect(asked(host, 'page')).toEqual([]);
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(169, 176)));
  expect(asked(host, 'page')).toMatchObject([{ before: idOf(176) }]);
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(177, 184)));
  host.press('Newest messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  expect(host.texts('Button')).not.toContain('Later messages');
});

test('a page that does not come leaves what is there, and says so', async () => {
  const host = await openLong({}, { page: () => aProblem('service_away') });
  for (const from of [185, 177]) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)[0]).toBe(from));
  }
  host.press('Earlier messages');
  await host.until(() => expect(host.text).toContain('does not answer'));
  expect(shown(host)).toEqual([176, ...range(177, 183)]);
});

test('a hit stands in the middle of its page, from which one turns both ways, until the newest are reached', async () => {
  const host = await openLong();
  host.write('Search people, groups and messages', 'words');
  await openLine(host, 'Bob Brown\nBob Brown: Words 60');
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  expect(host.text).toContain('The message that you searched for\nBob Brown\n5:06 AM\nWords 60');
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(48, 55)));
  expect(asked(host, 'page').at(-1)).toMatchObject({ before: idOf(48) });
  for (let at = 56; at < 193; at += 8) {
    host.press('Later messages');
    await host.until(() => expect(shown(host)[0]).toBe(at));
  }
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  expect(host.texts('Button')).not.toContain('Later messages');
});

test('a hit at the edge of what is loaded brings what stands before it', async () => {
  const host = await openLong(
    {},
    {
      inboxSearch: () => ({
        ok: true,
        entries: [],
        hits: [{ entry: anEntry(), message: all[175] as ShownMessage }],
        cursor: '',
      }),
    },
  );
  host.write('Search people, groups and messages', 'words');
  await openLine(host, 'Bob Brown\nBob Brown: Words 176');
  await host.until(() => expect(shown(host)).toEqual(range(172, 179)));
});

test('what one sends is seen, wherever one has turned to', async () => {
  const host = await openLong(
    {},
    {
      send: ({ text }: { text: string }) => ({ ok: true, message: anInboxMessage(300, text, { from: 'me' }) }),
    },
  );
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(185, 192)));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
});

test('what is new is read as it is shown, page by page', async () => {
  const host = await openLong({ unreadCount: 20 });
  await host.until(() => expect(shown(host)).toEqual(range(176, 180).slice(0)));
  host.press('20 new messages');
  await host.until(() => expect(shown(host)).toEqual(range(179, 186)));
  await host.until(() => expect(asked(host, 'read').map(({ id }) => id)).toEqual([idOf(186)]));
  await host.until(() => expect(host.texts('Badge')).toEqual(['14']));
  host.press('Later messages');
  await host.until(() => expect(asked(host, 'read').map(({ id }) => id)).toEqual([idOf(186), idOf(194)]));
  host.press('Later messages');
  await host.until(() =>
    expect(
      asked(host, 'read')
        .map(({ id }) => id)
        .at(-1),
    ).toBe(idOf(200)),
  );
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
});

const readTo = (host: FakeHost) => asked(host, 'read').map(({ id }) => id);
const send = ({ text }: { text: string }) => ({ ok: true, message: anInboxMessage(300, text, { from: 'me' }) });

test('what lies on a page that was passed over is new until one turns to it', async () => {
  const host = await openLong({ unreadCount: 20 }, { send });
  await host.until(() => host.press('20 new messages'));
  await host.until(() => expect(host.texts('Badge')).toEqual(['14']));
  host.press('Newest messages');
  await host.until(() => expect(shown(host)).toEqual(range(193, 200)));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  await host.until(() => expect(host.text).not.toContain('Sending'));
  expect(readTo(host)).toEqual([idOf(186)]);
  expect(host.texts('Badge')).toEqual(['14']);
  host.press('Earlier messages');
  await host.until(() => expect(readTo(host)).toEqual([idOf(186), idOf(200)]));
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
});

/** Answers of the service that are held back until they are let go of, in the order in which they were asked for. */
function holdPages() {
  const held: (() => void)[] = [];
  const page = (ask: Parameters<typeof readPage>[0]) =>
    new Promise((resolve) => held.push(() => resolve(readPage(ask))));
  return { held, page };
}

const hitsAt = (...places: number[]) => ({
  inboxSearch: () => ({
    ok: true,
    entries: [],
    hits: places.map((n) => ({ entry: anEntry(), message: all[n - 1] as ShownMessage })),
    cursor: '',
  }),
});

async function openHit(host: FakeHost, n: number): Promise<void> {
  host.write('Search people, groups and messages', 'words');
  await openLine(host, `Bob Brown\nBob Brown: Words ${n}`);
}

test('later messages that come once one has left for the newest change nothing', async () => {
  const { held, page } = holdPages();
  const host = await openLong({}, { page, send });
  await openHit(host, 60);
  await host.until(() => expect(held).toHaveLength(1));
  held.shift()?.();
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  host.press('Later messages');
  await host.until(() => expect(shown(host)).toEqual(range(64, 71)));
  host.press('Later messages');
  await host.until(() => expect(held).toHaveLength(1));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  held.shift()?.();
  await letReactFinish();
  expect(shown(host)).toEqual([...range(194, 200), 300]);
});

test('earlier messages that come once one has sent something stay out of its way', async () => {
  const { held, page } = holdPages();
  const host = await openLong({}, { page, send });
  for (const from of [185, 177]) {
    host.press('Earlier messages');
    await host.until(() => expect(shown(host)[0]).toBe(from));
  }
  host.press('Earlier messages');
  await host.until(() => expect(held).toHaveLength(1));
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
  held.shift()?.();
  await letReactFinish();
  expect(shown(host)).toEqual([...range(194, 200), 300]);
});

test.each([
  ['comes', true],
  ['is gone', false],
])('of two hits the one that was chosen last stands there, whether the other %s late', async (_, isThere) => {
  const answers: (() => void)[] = [];
  const page = (ask: Parameters<typeof readPage>[0]) => {
    if (ask.around !== idOf(60)) return readPage(ask);
    return new Promise((resolve) => answers.push(() => resolve(isThere ? readPage(ask) : aProblem('gone'))));
  };
  const host = await openLong({}, { page, ...hitsAt(60, 100) });
  await openHit(host, 60);
  await host.until(() => expect(answers).toHaveLength(1));
  await openHit(host, 100);
  await host.until(() => expect(shown(host)).toEqual(range(96, 103)));
  answers[0]?.();
  await letReactFinish();
  expect(shown(host)).toEqual(range(96, 103));
  expect(host.text).toContain('The message that you searched for');
});

test('what failed stands below the newest messages alone, and is seen as it is sent anew', async () => {
  let fails = true;
  const host = await openLong(
    {},
    { send: (words: { text: string }) => (fails ? aProblem('service_away') : send(words)) },
  );
  host.write('Message to Bob Brown', 'Words 300');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.texts('Button')).toContain('Retry'));
  host.press('Earlier messages');
  await host.until(() => expect(shown(host)).toEqual(range(185, 192)));
  expect(host.texts('Button')).not.toContain('Retry');
  host.press('Newest messages');
  await host.until(() => expect(host.texts('Button')).toContain('Retry'));
  fails = false;
  host.press('Retry');
  await host.until(() => expect(shown(host)).toEqual([...range(194, 200), 300]));
});

test('a hit opens where what is new was opened before it', async () => {
  const host = await openLong({ unreadCount: 20 }, hitsAt(198));
  await host.until(() => host.press('20 new messages'));
  await host.until(() => expect(shown(host)).toEqual(range(179, 186)));
  await openHit(host, 198);
  await host.until(() => expect(host.text).toContain('The message that you searched for'));
  expect(shown(host)).toContain(198);
  expect(shown(host)).not.toContain(186);
});

test('what is new opens where a hit was opened before it', async () => {
  const host = await openLong({ unreadCount: 3 });
  await openHit(host, 60);
  await host.until(() => expect(shown(host)).toEqual(range(56, 63)));
  host.press('3 new messages');
  await host.until(() => expect(shown(host).slice(-3)).toEqual(range(198, 200)));
  await host.until(() => expect(readTo(host)).toEqual([idOf(200)]));
});

test('more new messages than are counted are read page by page to the last', async () => {
  const host = await openLong(
    { unreadCount: 100 },
    {
      conversation: () => {
        const entry = anEntry(1, { unreadCount: 100 });
        const { messages, before } = readPage({ before: null });
        const unreadIn = [{ issueId: null, after: idOf(50) }];
        return aConversation({ entry, messages, before: before ?? null, unreadIn });
      },
    },
  );
  await host.until(() => host.press('99+ new messages'));
  await host.until(() => expect(shown(host)).toEqual(range(49, 56)));
  for (let last = 64; last <= 200; last += 8) {
    host.press('Later messages');
    await host.until(() => expect(readTo(host)).toContain(idOf(last)));
  }
  await host.until(() => expect(host.texts('Badge')).toEqual([]));
}, 60_000);
