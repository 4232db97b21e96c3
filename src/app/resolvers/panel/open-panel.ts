import type { OpenedPanel, PanelThread } from '../../definitions';
import { closeThread } from '../../policy/close-composer';
import { loadShownSwitches } from '../../policy/load-shown-switches';
import { toGroupThread } from '../conversation/to-group-thread';
import { toThread } from '../conversation/to-thread';
import { personOf } from '../people/person-of';
import { loadOwn } from '../quiet/load-own';
import type { Asker, Context } from '../shared/asker';
import { listIssueConversations } from './list-issue-conversations';

interface Ask {
  /** Whether what the asker chose is wanted, too. */
  readonly own: boolean | null;
}

/**
 * What the service says of the asker's threads about the issue, in one call, which creates nothing; more only where there
 * are more threads than one page holds, and one beside it for what the asker chose. Jira is not asked: who is on the issue, and what everyone is called, the view asks
 * it itself, and whoever does not see the issue finds their own words here alone.
 */
export async function openPanel(asker: Asker, ask: Ask, context: Context): Promise<OpenedPanel> {
  const saved = loadShownSwitches();
  const asked = ask.own ? loadOwn(asker) : undefined;
  const { conversations, isWhole } = await listIssueConversations(asker);
  const facts = { sender: asker.accountId, projectId: findContextProject(context), switches: await saved };
  const threads = conversations.flatMap(({ type, user, ...conversation }) => {
    if (type !== 'direct' || user === undefined) return [];
    const { messages = null } = conversation;
    const person = personOf(user.id);
    const refusal = closeThread({ ...facts, recipient: person });
    const whole = { ...conversation, type, user };
    const thread = toThread({ accountId: asker.accountId, person, conversation: whole, messages, refusal });
    return [{ ...thread, hasDraft: facts.switches.keepsDrafts && thread.hasDraft }];
  });
  const groups = conversations.filter(({ type, issue }) => type === 'group' && issue?.id === asker.issueId);
  const own = await asked;
  return {
    assignee: 'nobody',
    threads: sortThreads(threads),
    groups: groups.map((group) => toGroupThread(group, facts)),
    isWhole,
    closed: closeThread({ ...facts, recipient: null }),
    ...(own === undefined ? {} : { own }),
  };
}

/** Which project the view says that it stands in; for showing whether it is switched off. */
function findContextProject({ extension }: Context): string | null {
  const { project } = (extension ?? {}) as { project?: { id?: unknown } };
  return typeof project?.id === 'string' ? project.id : null;
}

/** People before programs, whoever wrote last first. */
function sortThreads(threads: PanelThread[]): PanelThread[] {
  return threads.sort(
    (a, b) =>
      Number(a.person.kind === 'program') - Number(b.person.kind === 'program') || compare(lastId(b), lastId(a)),
  );
}

/** Of the thread about this issue: the conversation itself may have moved on with another one. */
function lastId({ page }: PanelThread): string {
  return page?.messages.at(-1)?.id ?? '';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
