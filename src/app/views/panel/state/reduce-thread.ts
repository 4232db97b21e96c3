import type { AdfDocument } from '../../../../document/types';
import type { MessagePage, PanelMessage } from '../../../definitions';
import { mergeMessages } from '../../messages/merge-messages';
import type { Outgoing, ThreadState, ViewProblem } from '../../shared/panel-state';

/** What happened to one thread; `with` is its other person. */
export type ThreadEvent = { readonly with: string } & (
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
  | { readonly type: 'read'; readonly id: string }
);

/** A thread after an event of its own. Pure. */
export function reduceThread(thread: ThreadState, event: ThreadEvent): ThreadState {
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
    case 'read':
      // What came in the meantime is unread still.
      return thread.messages.at(-1)?.id === event.id ? { ...thread, unreadCount: 0 } : thread;
  }
}

function changeMessage(thread: ThreadState, id: string, change: Partial<PanelMessage>): ThreadState {
  return { ...thread, messages: thread.messages.map((it) => (it.id === id ? { ...it, ...change } : it)) };
}
