import type { OpenedPanel } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import type { ConversationState } from '../../conversation/state/conversation-state';
import type { ViewProblem } from '../../shared/view-problem';

/** A conversation as it stands in the panel, which names it by its other person. */
export interface ThreadState extends ConversationState {
  readonly person: Person;
  /** Begun in this view with someone who has no thread yet: it stays, also while nothing is written. */
  readonly isStarted: boolean;
}

export interface OpenState {
  readonly phase: 'open';
  readonly assignee: OpenedPanel['assignee'];
  readonly threads: readonly ThreadState[];
  /** The other person of the thread that is shown; null when there is no thread. */
  readonly selected: string | null;
  readonly isRefreshing: boolean;
  /** Why the last refresh failed; what was there stays. */
  readonly problem: ViewProblem | null;
}

export type PanelState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly problem: ViewProblem }
  | OpenState;

export const loading: PanelState = Object.freeze({ phase: 'loading' });

/** What rules and programs sent stands apart from people's threads, and is never the one that is switched to. */
export function isOfProgram({ person }: Pick<ThreadState, 'person'>): boolean {
  return person.kind === 'program';
}

/** The thread that is shown. */
export function selectedThread({ threads, selected }: OpenState): ThreadState | null {
  return threads.find((thread) => thread.person.id === selected && !isOfProgram(thread)) ?? null;
}
