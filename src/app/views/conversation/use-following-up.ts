import type { Address } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import type { Outcome } from '../shared/view-problem';
import type { ConversationEvent } from './state/reduce-conversation';

export interface FollowingUp {
  /** Says that the reader waits for an answer to their message, or that nobody waits for one to this any more. */
  ask(to: string, id: string, isOpen: boolean): Outcome;
  /** Has the reader reminded of a message, or of the conversation (null), at this time (ISO 8601); null for no more. */
  remind(to: string, message: string | null, due: string | null): Outcome;
}

interface Options {
  readonly addressOf: (to: string) => Address;
  readonly onEvent: (event: ConversationEvent) => void;
}

/** Questions and reminders, shown once they are kept. */
export function useFollowingUp({ addressOf, onEvent }: Options): FollowingUp {
  return {
    async ask(to, id, isOpen) {
      const answer = await askResolver(invoke('question', { ...addressOf(to), id, isOpen }));
      if (!answer.ok) return answer.problem;
      onEvent({ type: 'question-changed', in: to, id, isOpen });
      return null;
    },
    async remind(to, message, due) {
      const answer = await askResolver(invoke('remind', { ...addressOf(to), message, due }));
      if (!answer.ok) return answer.problem;
      onEvent({ type: 'reminded', in: to, message, due });
      return null;
    },
  };
}
