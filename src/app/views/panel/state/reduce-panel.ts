import type { OpenedConversation, OpenedPanel, PanelThread } from '../../../definitions';
import { unknownConversation } from '../../conversation/state/conversation-state';
import {
  type ConversationEvent,
  reduceConversation,
  renewConversation,
} from '../../conversation/state/reduce-conversation';
import type { ViewProblem } from '../../shared/view-problem';
import { isOfProgram, type OpenState, type PanelState, selectedThread, type ThreadState } from './panel-state';

export type PanelEvent =
  | { readonly type: 'asked' }
  /** `writingTo` are people for whom something unsent stands in the view. */
  | { readonly type: 'opened'; readonly panel: OpenedPanel; readonly writingTo?: readonly string[] }
  | { readonly type: 'open-failed'; readonly problem: ViewProblem }
  | { readonly type: 'selected'; readonly with: string }
  | { readonly type: 'started'; readonly conversation: OpenedConversation }
  | ConversationEvent;

/** The panel after an event. Pure; an event that no longer fits (a thread that is gone) changes nothing. */
export function reducePanel(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case 'asked':
      return state.phase === 'open' ? { ...state, isRefreshing: true, problem: null } : { phase: 'loading' };
    case 'opened':
      return open(state.phase === 'open' ? state : null, event.panel, event.writingTo ?? []);
    case 'open-failed':
      return state.phase === 'open'
        ? { ...state, isRefreshing: false, problem: event.problem }
        : { phase: 'failed', problem: event.problem };
    case 'selected':
      return state.phase === 'open' ? { ...state, selected: event.with } : state;
    case 'started':
      return state.phase === 'open' ? start(state, event.conversation) : state;
    default:
      if (state.phase !== 'open') return state;
      return {
        ...state,
        threads: state.threads.map((thread) =>
          thread.person.id === event.in ? reduceConversation(thread, event) : thread,
        ),
      };
  }
}

function open(known: OpenState | null, { assignee, threads }: OpenedPanel, writingTo: readonly string[]): OpenState {
  const merged = threads.map((thread) => mergeThread(findThread(known, thread.person.id), thread));
  const here = new Set(merged.map(({ person }) => person.id));
  // Whom the answer does not hold is neither the assignee nor the reporter (any more). Nothing that someone began with
  // them goes away under their hands; whether it may still be sent is said when it is.
  const begun = (known?.threads ?? [])
    .filter(({ person, outgoing, isStarted }) => isStarted || outgoing.length > 0 || writingTo.includes(person.id))
    .filter(({ person }) => !here.has(person.id))
    .map((thread) => ({ ...thread, isAssignee: false, isReporter: false }));
  const next: OpenState = {
    phase: 'open',
    assignee,
    threads: [...merged, ...begun],
    selected: known?.selected ?? null,
    isRefreshing: false,
    problem: null,
  };
  if (selectedThread(next) !== null) return next;
  return { ...next, selected: next.threads.find((thread) => !isOfProgram(thread))?.person.id ?? null };
}

function start(state: OpenState, { person, ...conversation }: OpenedConversation): OpenState {
  if (person === null) return state;
  const known = findThread(state, person.id);
  const started = { ...mergeThread(known, { ...conversation, person }), isStarted: true };
  const threads =
    known === undefined ? [...state.threads, started] : state.threads.map((it) => (it === known ? started : it));
  return { ...state, threads, selected: person.id };
}

function findThread(known: OpenState | null, id: string): ThreadState | undefined {
  return known?.threads.find((thread) => thread.person.id === id);
}

function mergeThread(known: ThreadState | undefined, thread: PanelThread): ThreadState {
  const { person } = thread;
  return { ...renewConversation(known ?? { ...unknownConversation, person, isStarted: false }, thread), person };
}
