import { createConversationClient } from '../../../src/app/client/conversation-client';
import { readLatest } from '../../../src/app/policy/read-latest';
import { findListed } from '../../../src/app/resolvers/conversation/find-listed';
import { listIssueConversations } from '../../../src/app/resolvers/panel/list-issue-conversations';
import { listMuted } from '../../../src/app/resolvers/preferences/list-muted';
import type { Conversation, Message } from '../../../src/contract/resources';

const site = '11111111-1111-4111-8111-11111111aaaa';
const conversation = (n: number, parts: Partial<Conversation> = {}) =>
  ({ id: `conversation-${n}`, type: 'group', name: 'Team', isMuted: false, ...parts }) as Conversation;
const message = (n: number, issue: Message['issue'] = null) => ({ id: `message-${n}`, text: '', issue }) as Message;

/**
 * A service whose pages hold one value each, and every third one none, whatever is asked for: as they do where messages
 * are long. `calls` are the addresses that were asked.
 */
function aServiceOf(values: readonly (Conversation | Message)[]) {
  const calls: string[] = [];
  const pages = values.flatMap((value, n) => (n % 3 === 2 ? [[], [value]] : [[value]]));
  const client = createConversationClient({
    fetch: async (path) => {
      calls.push(path);
      const query = new URL(path, 'http://service').searchParams;
      const at = Number(query.get('cursor') ?? query.get('beforeMessage') ?? 0);
      const next = at + 1 < pages.length ? String(at + 1) : null;
      const page = { values: pages[at] ?? [], cursor: next ?? '', before: next, after: null, limit: 25, size: 1 };
      return { status: 200, headers: new Headers(), text: async () => JSON.stringify(page) };
    },
  });
  return { asker: { client, site, accountId: 'alice', issueId: '10001' }, calls };
}

test('the threads about an issue are all found', async () => {
  const { asker } = aServiceOf([1, 2, 3, 4].map((n) => conversation(n)));
  const { conversations, isWhole } = await listIssueConversations(asker);
  expect([conversations.map(({ id }) => id), isWhole]).toEqual([
    ['conversation-1', 'conversation-2', 'conversation-3', 'conversation-4'],
    true,
  ]);
});

test('the threads about an issue end where one answer could not hold them, and say so', async () => {
  const values = [{ ...message(1), text: 'x'.repeat(600_000) }];
  const messages = { values, before: null, after: null };
  const { asker, calls } = aServiceOf([1, 2, 3, 4].map((n) => conversation(n, { messages })));
  const { conversations, isWhole } = await listIssueConversations(asker);
  expect([conversations.length, isWhole, calls.length]).toEqual([2, false, 2]);
});

test('the muted ones are found among as many conversations as before', async () => {
  const { asker, calls } = aServiceOf([1, 2, 3, 4, 5].map((n) => conversation(n, { isMuted: n > 3 })));
  expect((await listMuted(asker)).map(({ id }) => id)).toEqual(['conversation-4', 'conversation-5']);
  expect(calls).toHaveLength(6);
});

test('a group is found by its name beyond the first pages', async () => {
  const { asker } = aServiceOf([1, 2, 3, 4, 5, 6].map((n) => conversation(n, { unreadCount: n })));
  expect(await findListed(asker, conversation(6))).toMatchObject({ id: 'conversation-6', unreadCount: 6 });
});

test('the issue that was spoken of last is looked for beyond a page that long messages made short', async () => {
  const issue = { id: '10001', key: 'WEB-1' };
  const { asker } = aServiceOf([message(4), message(3), message(2), message(1, issue)]);
  const lastIssue = async (of: typeof asker) =>
    (await readLatest({ ...of, conversationId: site })).findLast((it) => it.issue !== null)?.issue ?? null;
  expect(await lastIssue(asker)).toEqual(issue);
  expect(await lastIssue(aServiceOf([message(1)]).asker)).toBeNull();
});
