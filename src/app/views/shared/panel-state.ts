import type { AdfDocument } from '../../../document/types';
import type { OpenedPanel, PanelMessage, PanelThread, Problem } from '../../definitions';

/** A problem as the view shows it: the resolver's, or the platform's wish for the person's consent. */
export type ViewProblem = Omit<Problem, 'code'> & { readonly code: Problem['code'] | 'consent_needed' };

/** A message on its way. `problem` is null while it is being sent. */
export interface Outgoing {
  /** The idempotency key; it stays the same for every try. */
  readonly key: string;
  readonly text: string;
  /** The words as typed: what Markdown makes of them is seen when they are sent. */
  readonly body: AdfDocument;
  readonly ts: string;
  readonly problem: ViewProblem | null;
}

/** A thread as it stands in the panel. `messages` ascend by id, the order of their commits. */
export interface ThreadState extends Omit<PanelThread, 'page'> {
  readonly messages: readonly PanelMessage[];
  readonly before: string | null;
  /** The newest id to which the pages that came reach without a gap; null before the first one. */
  readonly upTo: string | null;
  /** False until the first page is there. */
  readonly isLoaded: boolean;
  readonly isFetching: boolean;
  /** Why the last page did not come. */
  readonly problem: ViewProblem | null;
  readonly outgoing: readonly Outgoing[];
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
