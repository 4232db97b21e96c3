import type { Conversation, MessageList } from '../../../contract/resources';
import type { MessagePage, PanelThread } from '../../definitions';
import type { Person } from '../../definitions/person';
import type { WritingRefusal } from '../../definitions/writing-refusal';
import type { VisibleIssue } from '../../jira/find-issue';
import type { People } from '../people/look-up-people';
import { toPage } from './to-page';

export interface ThreadFacts {
  readonly accountId: string;
  readonly issue: VisibleIssue;
  readonly person: Person;
  /** Null while nothing was ever written between the two, or while it is not known. */
  readonly conversation: Conversation | null;
  /** What was written about the issue; null when it was not brought along. */
  readonly messages: MessageList | null;
  readonly people: People;
  readonly refusal: WritingRefusal | null;
}

/** A conversation beside an issue out of what Jira and the service say of it. */
export function toThread(facts: ThreadFacts): PanelThread {
  const { accountId, issue, person, conversation, messages, people, refusal } = facts;
  const page = messages === null ? null : toPage(messages, accountId, { people, summaries: null });
  const named = nameProgram(person, page);
  return {
    conversationId: conversation?.id ?? null,
    person: named,
    isAssignee: person.id === issue.assignee?.id,
    isReporter: person.id === issue.reporter?.id,
    entry: null,
    members: [],
    readBy: (conversation?.readBy ?? [])
      .filter(({ userId }) => userId === person.id)
      .map(({ messageId }) => ({ person: named, messageId })),
    unreadCount: conversation?.unreadCount ?? 0,
    mailClosed: null,
    refusal,
    page,
  };
}

/**
 * Jira knows no program: what it calls itself in its messages is all there is. Rules share one sender, so that a name
 * stands for the thread only where all of it bears that name.
 */
function nameProgram(person: Person, page: MessagePage | null): Person {
  if (person.kind !== 'program') return person;
  const labels = new Set(page?.messages.flatMap(({ origin }) => (origin === null ? [] : [origin.label])));
  const [label] = labels;
  return { ...person, name: labels.size === 1 && label !== undefined ? label : null };
}
