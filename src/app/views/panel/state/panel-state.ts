import type { OpenedPanel, OwnChoices } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import type { ConversationState } from '../../conversation/state/conversation-state';
import type { ViewProblem } from '../../shared/view-problem';

/** A conversation as it stands in the panel: with one person, or a group beside the issue. */
export interface ThreadState extends ConversationState {
  /** Its name in the view: `nameThread`. */
  readonly key: string;
  /** The other person; null for a group. */
  readonly person: Person | null;
  /** Begun in this view with someone who has no thread yet: it stays, also while nothing is written. */
  readonly isStarted: boolean;
}

export interface OpenState {
  readonly phase: 'open';
  readonly assignee: OpenedPanel['assignee'];
  /** People's first, then groups. */
  readonly threads: readonly ThreadState[];
  /** The key of the thread that is shown; null when there is no thread. */
  readonly selected: string | null;
  /** What the reader chose; null where the service knows of none. */
  readonly own: OwnChoices | null;
  readonly isRefreshing: boolean;
  /** Why the last refresh failed; what was there stays. */
  readonly problem: ViewProblem | null;
}

export type PanelState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: ViewProblem }
  | OpenState;

export const loading: PanelState = Object.freeze({ phase: 'loading' });

/** No account id begins with it. */
const group = '#';

/** What the panel calls a thread: the account at its other end, or the group behind a sign that no account id has. */
export function nameThread(thread: { readonly person: Person | null; readonly conversationId: string | null }): string {
  return thread.person?.id ?? nameGroup(thread.conversationId ?? '');
}

export function nameGroup(conversationId: string): string {
  return `${group}${conversationId}`;
}

/** How a function is told which thread is meant. */
export function addressOf(key: string): { readonly with: string } | { readonly conversationId: string } {
  return key.startsWith(group) ? { conversationId: key.slice(group.length) } : { with: key };
}

/** What rules and programs sent stands apart from people's threads, and is never the one that is switched to. */
export function isOfProgram({ person }: Pick<ThreadState, 'person'>): boolean {
  return person?.kind === 'program';
}

/** The thread that is shown. */
export function selectedThread({ threads, selected }: OpenState): ThreadState | null {
  return threads.find((thread) => thread.key === selected && !isOfProgram(thread)) ?? null;
}
