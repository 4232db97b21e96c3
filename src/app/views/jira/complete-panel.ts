import type { OpenedPanel, PanelThread } from '../../definitions';
import type { Person } from '../../definitions/person';
import { refuseRecipient } from '../../definitions/refuse-recipient';
import type { IssuePeople } from './jira-reader';

/**
 * The panel with what the issue says: whose thread is the assignee's and whose the reporter's, and an empty one for them
 * where there is none yet. Pure.
 * @param readerId who looks at it
 */
export function completePanel(
  panel: OpenedPanel,
  { assignee, reporter }: Exclude<IssuePeople, 'hidden'>,
  readerId: string,
): OpenedPanel {
  const known = panel.threads.map((thread) => ({
    ...thread,
    isAssignee: thread.person.id === assignee?.id,
    isReporter: thread.person.id === reporter?.id,
  }));
  const here = new Set(known.map(({ person }) => person.id));
  const others = [assignee, reporter]
    .filter((person) => person !== null)
    .filter(({ id }, at, all) => id !== readerId && !here.has(id) && all.findIndex((it) => it.id === id) === at)
    .map((person) => begin(person, panel, assignee?.id === person.id, reporter?.id === person.id));
  return {
    ...panel,
    assignee: assignee === null ? 'nobody' : assignee.id === readerId ? 'me' : 'someone',
    threads: [...known, ...others].sort(
      (a, b) => Number(b.isAssignee) - Number(a.isAssignee) || Number(isProgram(a)) - Number(isProgram(b)),
    ),
  };
}

const isProgram = ({ person }: PanelThread): boolean => person.kind === 'program';

function begin(person: Person, panel: OpenedPanel, isAssignee: boolean, isReporter: boolean): PanelThread {
  return {
    conversationId: null,
    person,
    isAssignee,
    isReporter,
    entry: null,
    members: [],
    readBy: [],
    unreadCount: 0,
    mentioned: false,
    // No list of conversations tells of what was begun where there is none.
    hasDraft: panel.isWhole === false ? false : null,
    unreadIn: [],
    questions: [],
    reminders: [],
    mailClosed: null,
    refusal: panel.closed ?? refuseRecipient(person),
    page: panel.isWhole === false ? null : { messages: [], before: null },
  };
}
