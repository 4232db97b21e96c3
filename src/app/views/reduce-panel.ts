import type { AdfDocument } from '../../document/types';
import type { MessagePage, OpenedPanel, PanelMessage, PanelThread } from '../resolvers/definitions';
import { mergeLatest, mergeMessages } from './merge-messages';
import {
  type OpenState,
  type Outgoing,
  type PanelState,
  selectedThread,
  type ThreadState,
  type ViewProblem,
} from './panel-state';

/** What happened to one thread; `with` is its other person. */
type ThreadEvent = { readonly with: string } & (
  | { readonly type: 'page-asked' }
  | { readonly type: 'page-came'; readonly page: MessagePage }
  | { readonly type: 'page-failed'; readonly problem: ViewProblem }
  | { readonly type: 'sending'; readonly draft: Omit<Outgoing, 'problem'> }
  | { readonly type: 'sent'; readonly key: string; readonly message: PanelMessage }
  | { readonly type: 'send-failed'; readonly key: string; readonly problem: ViewProblem }
  | { readonly type: 'discarded'; readonly key: string }
  | {
      readonly type: 'edited';
      readonly id: string;
      readonly body: AdfDocument;
      readonly source: string;
      readonly editedAt: string;
    }
  | { readonly type: 'removed'; readonly id: string; readonly deletedAt: string }
);

export type PanelEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'opened'; readonly panel: OpenedPanel }
  | { readonly type: 'open-failed'; readonly problem: ViewProblem }
  | { readonly type: 'selected'; readonly with: string }
  | ThreadEvent;

/** The panel after an event. Pure; an event that no longer fits (a thread that is gone) changes nothing. */
export function reducePanel(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case 'asked':
      return state.phase === 'open' ? { ...state, isRefreshing: true, problem: null } : { phase: 'loading' };
    case 'opened':
      return open(state.phase === 'open' ? state : null, event.panel);
    case 'open-failed':
      return state.phase === 'open'
        ? { ...state, isRefreshing: false, problem: event.problem }
        : { phase: 'failed', problem: event.problem };
    case 'selected':
      return state.phase === 'open' ? { ...state, selected: event.with } : state;
    default:
      if (state.phase !== 'open') return state;
      return {
        ...state,
        threads: state.threads.map((thread) =>
          thread.person.id === event.with ? reduceThread(thread, event) : thread,
        ),
      };
  }
}

function open(known: OpenState | null, { assignee, threads }: OpenedPanel): OpenState {
  const merged = threads.map((thread) => mergeThread(findThread(known, thread.person.id), thread));
  // A thread that the answer does not hold is kept while words of it are unsent, with somebody who is not the assignee.
  const unsent = (known?.threads ?? [])
    .filter(({ outgoing, person }) => outgoing.length > 0 && !merged.some((it) => it.person.id === person.id))
    .map((thread) => ({ ...thread, isAssignee: false, refusal: thread.refusal ?? 'recipient_stranger' }) as const);
  const next: OpenState = {
    phase: 'open',
    assignee,
    threads: [...merged, ...unsent],
    selected: known?.selected ?? null,
    isRefreshing: false,
    problem: null,
  };
  return selectedThread(next) === null ? { ...next, selected: next.threads[0]?.person.id ?? null } : next;
}

function findThread(known: OpenState | null, id: string): ThreadState | undefined {
  return known?.threads.find((thread) => thread.person.id === id);
}

function mergeThread(known: ThreadState | undefined, { page, ...facts }: PanelThread): ThreadState {
  const nothing = { messages: [], before: null, upTo: null };
  const { messages, before, upTo } = page === null ? (known ?? nothing) : mergeLatest(known ?? nothing, page);
  return {
    ...facts,
    messages,
    before,
    upTo,
    isLoaded: page !== null || (known?.isLoaded ?? false),
    isFetching: known?.isFetching ?? false,
    problem: null,
    outgoing: known?.outgoing ?? [],
  };
}

function reduceThread(thread: ThreadState, event: ThreadEvent): ThreadState {
  switch (event.type) {
    case 'page-asked':
      return { ...thread, isFetching: true, problem: null };
    case 'page-came': {
      const messages = mergeMessages(thread.messages, event.page.messages);
      const upTo = thread.upTo ?? event.page.messages.at(-1)?.id ?? null;
      return { ...thread, messages, before: event.page.before, upTo, isLoaded: true, isFetching: false };
    }
    case 'page-failed':
      return { ...thread, isFetching: false, problem: event.problem };
    case 'sending': {
      const others = thread.outgoing.filter(({ key }) => key !== event.draft.key);
      return { ...thread, outgoing: [...others, { ...event.draft, problem: null }] };
    }
    case 'sent': {
      const messages = mergeMessages(thread.messages, [event.message]);
      return { ...thread, messages, outgoing: thread.outgoing.filter(({ key }) => key !== event.key) };
    }
    case 'send-failed': {
      const { key, problem } = event;
      return { ...thread, outgoing: thread.outgoing.map((it) => (it.key === key ? { ...it, problem } : it)) };
    }
    case 'discarded':
      return { ...thread, outgoing: thread.outgoing.filter(({ key }) => key !== event.key) };
    case 'edited': {
      const { body, source, editedAt } = event;
      return changeMessage(thread, event.id, { body, source, editedAt });
    }
    case 'removed':
      return changeMessage(thread, event.id, { body: null, source: null, deletedAt: event.deletedAt });
  }
}

function changeMessage(thread: ThreadState, id: string, change: Partial<PanelMessage>): ThreadState {
  return { ...thread, messages: thread.messages.map((it) => (it.id === id ? { ...it, ...change } : it)) };
}
