import type { Conversation, MessageList } from '../../../contract/resources';
import type { OpenedPanel, PanelThread } from '../../definitions';
import type { Person } from '../../definitions/person';
import { findIssue, type VisibleIssue } from '../../jira/find-issue';
import { applySwitches } from '../../policy/apply-switches';
import { decideWriting, type WritingSwitches } from '../../policy/decide-writing';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import { personOf } from '../people/person-of';
import type { Asker } from '../shared/asker';
import { loadShownSwitches } from '../shared/load-shown-switches';
import { settleInOrder } from '../shared/settle-in-order';
import { listIssueConversations } from './list-issue-conversations';
import { readMessages } from './read-messages';
import { toThread } from './to-thread';

interface Correspondence {
  readonly conversation: Conversation | null;
  readonly messages: MessageList | null;
}

/**
 * Everything the panel shows first: one call to the service, which creates nothing, beside one to Jira, and one more
 * for the names of others than the assignee and the reporter. Only where there are more threads than one page holds
 * are there more calls.
 */
export async function openPanel(asker: Asker): Promise<OpenedPanel> {
  const saved = loadShownSwitches();
  const [issue, { conversations, isWhole }] = await settleInOrder(
    findIssue(asker.issueId),
    listIssueConversations(asker),
  );
  const threads = new Map(conversations.flatMap(correspondenceOf));
  for (const person of [issue.assignee, issue.reporter]) {
    if (person === null || person.id === asker.accountId || threads.has(person.id)) continue;
    const messages = isWhole ? noMessages : await readMessages(asker, person.id);
    threads.set(person.id, { conversation: null, messages });
  }
  const people = await lookUpThreads(issue, threads);
  const switches = applySwitches(await saved, issue.projectId);
  return {
    assignee: issue.assignee === null ? 'nobody' : issue.assignee.id === asker.accountId ? 'me' : 'someone',
    threads: sortThreads(
      [...threads].map(([id, correspondence]) => {
        const person = personOf(id, people);
        const refusal = refuseWriting(asker.accountId, person, issue, switches);
        return toThread({ accountId: asker.accountId, issue, person, ...correspondence, people, refusal });
      }),
    ),
  };
}

const noMessages: MessageList = { values: [], before: null, after: null };

function correspondenceOf(conversation: Conversation): [string, Correspondence][] {
  const { type, user, messages = null } = conversation;
  return type === 'direct' && user !== undefined ? [[user.id, { conversation, messages }]] : [];
}

/** The assignee and the reporter came with the issue; Jira is asked for the others, and for whom messages mention. */
async function lookUpThreads({ assignee, reporter }: VisibleIssue, threads: ReadonlyMap<string, Correspondence>) {
  const known = [assignee, reporter].filter((person) => person !== null);
  const bodies = [...threads.values()].flatMap(({ messages }) => messages?.values.map(({ body }) => body) ?? []);
  const isUnknown = (id: string) => known.every((person) => person.id !== id);
  const found = await lookUpPeople({
    people: [...threads.keys()].filter(isUnknown),
    mentioned: findMentions(bodies).filter(isUnknown),
  });
  return new Map([...found, ...known.map((person) => [person.id, person] as const)]);
}

/** Everyone here is on the issue or has a thread about it, so that nobody's sight has to be asked for. */
function refuseWriting(
  sender: string,
  recipient: Person,
  { assignee, reporter }: VisibleIssue,
  switches: WritingSwitches,
) {
  return decideWriting({
    entry: 'panel',
    sender,
    recipient,
    switches,
    senderSees: true,
    receiverSees: false,
    isOnIssue: recipient.id === assignee?.id || recipient.id === reporter?.id,
    haveThread: true,
  });
}

/** Whoever has written stands before a reporter with whom there is nothing yet. */
function sortThreads(threads: PanelThread[]): PanelThread[] {
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
