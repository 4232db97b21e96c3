import type { OpenedConversation, OpenedPanel } from '../../../definitions';
import { unknownConversation } from '../../conversation/state/conversation-state';
import {
  type ConversationEvent,
  reduceConversation,
  renewConversation,
} from '../../conversation/state/reduce-conversation';
import type { ViewProblem } from '../../shared/view-problem';
import {
  isOfProgram,
  nameThread,
  type OpenState,
  type PanelState,
  selectedThread,
  type ThreadState,
} from './panel-state';

export type PanelEvent =
  | { readonly type: 'asked' }
  /** `writingTo` are threads for which something unsent stands in the view, `begunSince` those begun after it was asked. */
  | {
      readonly type: 'opened';
      readonly panel: OpenedPanel;
      readonly writingTo?: readonly string[];
      readonly begunSince?: readonly string[];
    }
  | { readonly type: 'open-failed'; readonly problem: ViewProblem }
  /** By the key of the thread. */
  | { readonly type: 'selected'; readonly key: string }
  /** A group is left: nothing of it stands here any more. */
  | { readonly type: 'left'; readonly key: string }
  | { readonly type: 'started'; readonly conversation: OpenedConversation }
  | ConversationEvent;

/** The panel after an event. Pure; an event that no longer fits (a thread that is gone) changes nothing. */
export function reducePanel(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case 'asked':
      return state.phase === 'open' ? { ...state, isRefreshing: true, problem: null } : { phase: 'loading' };
    case 'opened':
      return open(state.phase === 'open' ? state : null, event.panel, [
        ...(event.writingTo ?? []),
        ...(event.begunSince ?? []),
      ]);
    case 'open-failed':
      return state.phase === 'open'
        ? { ...state, isRefreshing: false, problem: event.problem }
        : { phase: 'failed', problem: event.problem };
    case 'selected':
      return state.phase === 'open' ? { ...state, selected: event.key } : state;
    case 'left': {
      if (state.phase !== 'open') return state;
      const threads = state.threads.filter(({ key }) => key !== event.key);
      const first = threads.find((thread) => !isOfProgram(thread))?.key ?? null;
      return { ...state, threads, selected: state.selected === event.key ? first : state.selected };
    }
    case 'started':
      return state.phase === 'open' ? start(state, event.conversation) : state;
    default:
      if (state.phase !== 'open') return state;
      return {
        ...state,
        threads: state.threads.map((thread) => (thread.key === event.in ? reduceConversation(thread, event) : thread)),
      };
  }
}

function open(known: OpenState | null, panel: OpenedPanel, kept: readonly string[]): OpenState {
  const { assignee, threads, groups, own = known?.own ?? null } = panel;
  const merged = [...threads, ...groups].map((thread) => mergeThread(findThread(known, nameThread(thread)), thread));
  const here = new Set(merged.map(({ key }) => key));
  // Whom the answer does not hold is neither the assignee nor the reporter (any more). Nothing that someone began with
  // them goes away under their hands; whether it may still be sent is said when it is.
  const begun = (known?.threads ?? [])
    .filter(
      ({ key, person, outgoing, isStarted }) =>
        // A group stands in every answer that was asked once it was there.
        (isStarted && person !== null) || outgoing.length > 0 || kept.includes(key),
    )
    .filter(({ key }) => !here.has(key))
    .map((thread) => ({ ...thread, isAssignee: false, isReporter: false }));
  const next: OpenState = {
    phase: 'open',
    assignee,
    threads: [...merged, ...begun],
    selected: known?.selected ?? null,
    own,
    isRefreshing: false,
    problem: null,
  };
  if (selectedThread(next) !== null) return next;
  return { ...next, selected: next.threads.find((thread) => !isOfProgram(thread))?.key ?? null };
}

function start(state: OpenState, conversation: OpenedConversation): OpenState {
  const known = findThread(state, nameThread(conversation));
  const started = { ...mergeThread(known, conversation), isStarted: true };
  const threads =
    known === undefined ? [...state.threads, started] : state.threads.map((it) => (it === known ? started : it));
  return { ...state, threads, selected: started.key };
}

function findThread(known: OpenState | null, key: string): ThreadState | undefined {
  return known?.threads.find((thread) => thread.key === key);
}

function mergeThread(known: ThreadState | undefined, thread: OpenedConversation): ThreadState {
  const { person } = thread;
  const key = nameThread(thread);
  const before = known ?? { ...unknownConversation, key, person, isStarted: false };
  // A list tells of nobody who is in a group: whoever is known stays known.
  const members = thread.members.length === 0 ? before.members : thread.members;
  return { ...renewConversation(before, { ...thread, members }), key, person };
}
