import type { ShownMessage } from '../../../../src/app/definitions';
import type { FakeHost } from '../fake-host';
import { aConversation, anEntry, anInboxMessage } from './builders';
import { type Answers, asked, listing, openInbox, openLine } from './open-inbox';

// A thread of 200 messages in the inbox; the service's pages are of 25.

export const all = Array.from({ length: 200 }, (_, n) => anInboxMessage(n + 1, `Words ${n + 1}`));
export const idOf = (n: number) => anInboxMessage(n, '').id;

export function readPage({ before, after, around }: { before: string | null; after?: string; around?: string }) {
  const end = before === null ? all.length : all.findIndex(({ id }) => id === before);
  const middle = all.findIndex(({ id }) => id === (around ?? after));
  const from = around !== undefined ? middle - 12 : after !== undefined ? middle + 1 : end - 25;
  const messages = all.slice(Math.max(0, from), Math.max(0, from) + 25);
  const last = messages.at(-1)?.id ?? null;
  return { ok: true, messages, before: from <= 0 ? null : messages[0]?.id, after: last === idOf(200) ? null : last };
}

export async function openLong(
  changes: Partial<ReturnType<typeof anEntry>> = {},
  answers: Answers = {},
): Promise<FakeHost> {
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

export const shown = (host: FakeHost) => host.comments.map(({ text }) => Number(text.split(' ')[1]));
export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

export const readTo = (host: FakeHost) => asked(host, 'read').map(({ id }) => id);
export const send = ({ text }: { text: string }) => ({ ok: true, message: anInboxMessage(300, text, { from: 'me' }) });

/** Answers of the service that are held back until they are let go of, in the order in which they were asked for. */
export function holdPages() {
  const held: (() => void)[] = [];
  const page = (ask: Parameters<typeof readPage>[0]) =>
    new Promise((resolve) => held.push(() => resolve(readPage(ask))));
  return { held, page };
}

export const hitsAt = (...places: number[]) => ({
  inboxSearch: () => ({
    ok: true,
    entries: [],
    hits: places.map((n) => ({ entry: anEntry(), message: all[n - 1] as ShownMessage })),
    cursor: '',
  }),
});

export async function openHit(host: FakeHost, n: number): Promise<void> {
  host.write('Search people, groups and messages', 'words');
  await openLine(host, `Bob Brown\nBob Brown: Words ${n}`);
}
