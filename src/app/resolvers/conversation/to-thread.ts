import type { Conversation, MessageList } from '../../../contract/resources';
import type { MessagePage, PanelThread } from '../../definitions';
import type { Person } from '../../definitions/person';
import type { WritingRefusal } from '../../definitions/writing-refusal';
import { toFollowUp } from '../listing/to-follow-up';
import { toReading } from '../listing/to-reading';
import { toPage } from './to-page';

export interface ThreadFacts {
  readonly accountId: string;
  readonly person: Person;
  /** As a list by the issue has it; null while nothing was ever written between the two about it. */
  readonly conversation: Conversation | null;
  /** What was written about the issue; null when it was not brought along. */
  readonly messages: MessageList | null;
  readonly refusal: WritingRefusal | null;
}

/** A conversation beside an issue out of what the service says of it. Who is on the issue the view asks Jira. */
export function toThread(facts: ThreadFacts): PanelThread {
  const { accountId, person, conversation, messages, refusal } = facts;
  const page = messages === null ? null : toPage(messages, accountId, 'person');
  const named = nameProgram(person, page);
  return {
    conversationId: conversation?.id ?? null,
    person: named,
    isAssignee: false,
    isReporter: false,
    entry: null,
    members: [],
    hasDraft: conversation?.hasDraft ?? false,
    ...toReading(conversation ?? { unreadAfter: [] }),
    ...toFollowUp(conversation ?? { questions: [] }),
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
