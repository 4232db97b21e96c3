import type { Conversation } from '../../contract/resources';
import { decideWriting } from '../policy/decide-writing';
import { findIssue } from '../policy/find-issue';
import { findPeople } from '../policy/find-people';
import type { Person } from '../policy/person';
import type { Asker } from './asker';
import type { MessagePage, OpenedPanel, PanelThread } from './definitions';
import { readPage } from './read-page';
import { settleInOrder } from './settle-in-order';
import { toPage } from './to-page';

/** How many threads one call brings. */
const pageSize = 25;
/** An end to what one invocation may ask for: 200 people who wrote with me about one issue. */
const mostPages = 8;

type Pages = ReadonlyMap<string, MessagePage | null>;

/**
 * Everything the panel shows first: one call to the service, which creates nothing, beside Jira's. Only where there are
 * more threads than one page holds are there more calls.
 */
export async function openPanel(asker: Asker): Promise<OpenedPanel> {
  const [{ assignee }, { conversations, isWhole }] = await settleInOrder(
    findIssue(asker.issueId),
    listConversations(asker),
  );
  const pages = new Map(conversations.flatMap((it) => pageOf(it, asker.accountId)));
  if (assignee !== null && assignee.id !== asker.accountId && !pages.has(assignee.id)) {
    pages.set(assignee.id, isWhole ? { messages: [], before: null } : await readPage(asker, assignee.id));
  }
  const people = await findPeople([...pages.keys()].filter((id) => id !== assignee?.id));
  return {
    assignee: assignee === null ? 'nobody' : assignee.id === asker.accountId ? 'me' : 'someone',
    threads: toThreads({ asker, assignee, people, pages }),
  };
}

async function listConversations({ client, site, issueId }: Asker) {
  const conversations: Conversation[] = [];
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const list = await client.ConversationGetAllHandler({
      params: { cloudId: site },
      query: {
        issue: issueId,
        order: 'activity',
        expand: 'activity,messages',
        limit: pageSize,
        ...(cursor === '' ? {} : { cursor }),
      },
    });
    conversations.push(...list.values);
    cursor = list.cursor;
    if (cursor === '') return { conversations, isWhole: true };
  }
  return { conversations, isWhole: false };
}

function pageOf({ type, user, messages }: Conversation, accountId: string): [string, MessagePage | null][] {
  if (type !== 'direct' || user === undefined) return [];
  return [[user.id, messages === undefined ? null : toPage(messages, accountId)]];
}

interface ThreadFacts {
  readonly asker: Asker;
  readonly assignee: Person | null;
  readonly people: ReadonlyMap<string, Person>;
  readonly pages: Pages;
}

function toThreads({ asker, assignee, people, pages }: ThreadFacts): PanelThread[] {
  const threads = [...pages].flatMap(([id, page]): PanelThread[] => {
    const isAssignee = id === assignee?.id;
    const recipient = isAssignee ? assignee : people.get(id);
    if (recipient === undefined || recipient === null) return [];
    const facts = { sender: asker.accountId, recipient, assignee: assignee?.id ?? null, haveThread: true };
    return [{ person: named(recipient, page), isAssignee, refusal: decideWriting(facts), page }];
  });
  return threads.sort(
    (a, b) =>
      Number(b.isAssignee) - Number(a.isAssignee) ||
      Number(a.person.kind === 'program') - Number(b.person.kind === 'program') ||
      compare(lastId(b), lastId(a)),
  );
}

/** Of the thread about this issue: the conversation itself may have moved on with another one. */
function lastId({ page }: PanelThread): string {
  return page?.messages.at(-1)?.id ?? '';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Jira knows no program: what it calls itself in its messages is all there is. */
function named(person: Person, page: MessagePage | null): Person {
  if (person.kind !== 'program') return person;
  return { ...person, name: page?.messages.findLast(({ origin }) => origin !== null)?.origin?.label ?? null };
}
