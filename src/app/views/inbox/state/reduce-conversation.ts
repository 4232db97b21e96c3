import type { AdfDocument } from '../../../../document/types';
import type { InboxMessage, InboxMessages, InboxThread } from '../../../definitions';
import { mergeLatest, mergeMessages } from '../../messages/merge-messages';
import type { Outgoing, ViewProblem } from '../../shared/panel-state';
import type { Conversation } from './inbox-state';

/** What happened to one conversation. */
export type ConversationEvent = { readonly id: string } & (
  | { readonly type: 'thread-asked' }
  | { readonly type: 'thread-came'; readonly thread: InboxThread }
  | { readonly type: 'older-came'; readonly page: InboxMessages }
  | { readonly type: 'thread-failed'; readonly problem: ViewProblem }
  | { readonly type: 'sending'; readonly draft: Omit<Outgoing, 'problem'> }
  | { readonly type: 'sent'; readonly key: string; readonly message: InboxMessage; readonly text: string }
  | { readonly type: 'send-failed'; readonly key: string; readonly problem: ViewProblem }
  | { readonly type: 'discarded'; readonly key: string }
  | {
      readonly type: 'edited';
      readonly messageId: string;
      readonly body: AdfDocument;
      readonly source: string;
      readonly editedAt: string;
    }
  | { readonly type: 'removed'; readonly messageId: string; readonly deletedAt: string }
);

/** A conversation after an event. Pure. */
export function reduceConversation(known: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'thread-asked':
      return { ...known, isFetching: true, problem: null };
    case 'thread-came': {
      const { messages, before, ...facts } = event.thread;
      const pages = mergeLatest(known, { messages, before });
      return { ...known, ...facts, ...pages, isLoaded: true, isFetching: false, problem: null };
    }
    case 'older-came': {
      const messages = mergeMessages(known.messages, event.page.messages);
      return { ...known, messages, before: event.page.before, isFetching: false };
    }
    case 'thread-failed':
      return { ...known, isFetching: false, problem: event.problem };
    case 'sending': {
      const others = known.outgoing.filter(({ key }) => key !== event.draft.key);
      return { ...known, outgoing: [...others, { ...event.draft, problem: null }] };
    }
    case 'sent': {
      const messages = mergeMessages(known.messages, [event.message]);
      return { ...known, messages, outgoing: known.outgoing.filter(({ key }) => key !== event.key) };
    }
    case 'send-failed': {
      const { key, problem } = event;
      return { ...known, outgoing: known.outgoing.map((it) => (it.key === key ? { ...it, problem } : it)) };
    }
    case 'discarded':
      return { ...known, outgoing: known.outgoing.filter(({ key }) => key !== event.key) };
    case 'edited': {
      const { body, source, editedAt } = event;
      return changeMessage(known, event.messageId, { body, source, editedAt });
    }
    case 'removed':
      return changeMessage(known, event.messageId, { body: null, source: null, deletedAt: event.deletedAt });
  }
}

function changeMessage(known: Conversation, id: string, change: Partial<InboxMessage>): Conversation {
  const changed = <Message extends InboxMessage | null>(it: Message) => (it?.id === id ? { ...it, ...change } : it);
  return { ...known, messages: known.messages.map(changed), found: changed(known.found) };
}
