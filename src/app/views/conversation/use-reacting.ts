import { useRef } from 'react';
import type { Address, ReactionName } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import type { Outcome } from '../shared/view-problem';
import type { ConversationEvent } from './state/reduce-conversation';

export interface Reacting {
  /** Gives a message a quick answer or takes it back; it is shown at once, and shown no more where it was not done. */
  react(to: string, id: string, name: ReactionName, isGiven: boolean): Outcome;
}

interface Options {
  readonly addressOf: (to: string) => Address;
  readonly onEvent: (event: ConversationEvent) => void;
}

/** One quick answer to one message while it is pressed. */
interface Pressed {
  /** As the service has it, as far as it has answered. */
  isGiven: boolean;
  last: Outcome | null;
}

/** Quick answers, those to one message one after the other: what was pressed last of each holds. */
export function useReacting({ addressOf, onEvent }: Options): Reacting {
  const turns = useRef(new Map<string, Outcome>());
  const pressed = useRef(new Map<string, Pressed>());
  return {
    react(to, id, name, isGiven) {
      const show = (given: boolean) => onEvent({ type: 'reacted', in: to, id, name, isGiven: given });
      const key = `${id} ${name}`;
      const one = pressed.current.get(key) ?? { isGiven: !isGiven, last: null };
      pressed.current.set(key, one);
      const ask = async () => {
        const answer = await askResolver(invoke('react', { ...addressOf(to), id, name, isGiven }));
        if (answer.ok) one.isGiven = isGiven;
        if (one.last === turn) {
          pressed.current.delete(key);
          // A page that was read before it was done may have come meanwhile.
          show(one.isGiven);
        }
        return answer.ok ? null : answer.problem;
      };
      show(isGiven);
      const turn: Outcome = (turns.current.get(id) ?? Promise.resolve(null)).then(ask);
      turns.current.set(id, turn);
      one.last = turn;
      return turn;
    },
  };
}
