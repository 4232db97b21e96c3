import type { Address, ReportReason } from '../../definitions';
import type { Words } from '../../definitions/composer';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import type { Outcome } from '../shared/view-problem';
import { mayHaveArrived } from './may-have-arrived';
import type { Outgoing } from './state/conversation-state';
import type { ConversationEvent } from './state/reduce-conversation';
import { toWritten } from './to-written';
import { type FollowingUp, useFollowingUp } from './use-following-up';
import { type Reacting, useReacting } from './use-reacting';
import { type Sending, useSending } from './use-sending';
import type { Writing } from './writing';

/** What may be done in a conversation, whichever view it stands in; `to` is its name there. */
export interface ConversationActions extends Sending, Reacting, FollowingUp {
  /** The latest messages, or those before one. */
  loadPage(to: string, before: string | null): Promise<void>;
  /** Messages around one, or more of those that came so, on a side of one. */
  loadApart(to: string, side: 'around' | 'before' | 'after', id: string): Promise<void>;
  /** Lets go of what was loaded around a message: the newest ones are shown again. */
  leaveApart(to: string): void;
  /** Says whether some of what was opened lies on pages that nobody has turned to. */
  showPartly(to: string, isPartly: boolean): void;
  /** Brings it anew as it is now. */
  renew(to: string): Promise<void>;
  discard(to: string, outgoing: Outgoing): Promise<void>;
  edit(to: string, id: string, words: Words): Outcome;
  remove(to: string, id: string): Outcome;
  /** Shows somebody else's message to the administrators of the site. */
  report(to: string, id: string, reason: ReportReason, note: string): Outcome;
  /** Says that everything up to this message was seen. */
  markRead(to: string, id: string): Outcome;
  /** Says that from this message on it is new again. */
  markUnread(to: string, id: string): Outcome;
}

interface Options {
  /** How the functions are told which conversation is meant. */
  readonly addressOf: (to: string) => Address;
  readonly writing: Writing;
  readonly onEvent: (event: ConversationEvent) => void;
  /** Brings a conversation anew that may hold more than is shown. */
  readonly renew: (to: string) => Promise<void>;
}

/** The functions of conversations, and what is shown of what they answer. */
export function useConversations({ addressOf, writing, onEvent, renew }: Options): ConversationActions {
  async function markRead(to: string, id: string) {
    const answer = await askResolver(invoke('read', { ...addressOf(to), id }));
    if (!answer.ok) return answer.problem;
    onEvent({ type: 'read', in: to, id });
    return null;
  }

  const sending = useSending({
    // What was answered was seen; that it is sent counts, and what could not be marked stays new.
    onAnswered: (to, id) => void markRead(to, id),
    post: (to, { key, words, isQuestion }) =>
      writing.send(to, { key }, (draft) =>
        askResolver(
          invoke('send', {
            ...addressOf(to),
            ...toWritten(words),
            ...taking(draft),
            ...(isQuestion ? { isQuestion } : {}),
            key,
          }),
        ),
      ),
    onEvent,
  });
  const reacting = useReacting({ addressOf, onEvent });
  const following = useFollowingUp({ addressOf, onEvent });
  return {
    ...sending,
    ...reacting,
    ...following,
    send(to, draft) {
      writing.begin(to, draft);
      return sending.send(to, draft);
    },
    async loadPage(to, before) {
      onEvent({ type: 'page-asked', in: to });
      const answer = await askResolver(invoke('page', { ...addressOf(to), before }));
      onEvent(
        answer.ok
          ? { type: 'page-came', in: to, page: answer }
          : { type: 'page-failed', in: to, problem: answer.problem },
      );
    },
    async loadApart(to, side, id) {
      onEvent({ type: 'page-asked', in: to });
      const answer = await askResolver(invoke('page', { ...addressOf(to), before: null, [side]: id }));
      onEvent(
        answer.ok
          ? { type: 'apart-came', in: to, side, id, page: answer }
          : { type: 'apart-failed', in: to, side, id, problem: answer.problem },
      );
    },
    renew,
    leaveApart: (to) => onEvent({ type: 'apart-left', in: to }),
    showPartly: (to, isPartly) => onEvent({ type: 'partly-shown', in: to, isPartly }),
    async discard(to, { key, problem }) {
      onEvent({ type: 'discarded', in: to, key });
      writing.discard(to, key);
      // It may stand there all the same: whoever discards it has to see that before they write it again.
      if (problem !== null && mayHaveArrived(problem)) await renew(to);
    },
    async edit(to, id, words) {
      const answer = await writing.edit(to, id, (draft) =>
        askResolver(invoke('edit', { ...addressOf(to), id, ...toWritten(words), ...taking(draft) })),
      );
      if (!answer.ok) return answer.problem;
      const { body, source, editedAt } = answer;
      onEvent({ type: 'edited', in: to, id, body, source, editedAt });
      return null;
    },
    async remove(to, id) {
      const answer = await askResolver(invoke('remove', { ...addressOf(to), id }));
      if (!answer.ok) return answer.problem;
      onEvent({ type: 'removed', in: to, id, deletedAt: answer.deletedAt });
      return null;
    },
    async report(to, id, reason, note) {
      const answer = await askResolver(invoke('report', { ...addressOf(to), id, reason, note }));
      return answer.ok ? null : answer.problem;
    },
    markRead,
    async markUnread(to, id) {
      const answer = await askResolver(invoke('unread', { ...addressOf(to), id }));
      if (!answer.ok) return answer.problem;
      await renew(to);
      return null;
    },
  };
}

/** The draft that goes with it, if there is any. */
function taking(draft: string | null): { readonly draft?: string } {
  return draft === null ? {} : { draft };
}
