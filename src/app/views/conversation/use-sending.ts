import { useRef } from 'react';
import { textToDocument } from '../../../document/from-text';
import type { ShownMessage, Told } from '../../definitions';
import type { Words } from '../../definitions/composer';
import type { Answer } from '../shared/ask-resolver';
import type { Outgoing } from './state/conversation-state';
import type { ConversationEvent } from './state/reduce-conversation';

type Draft = Omit<Outgoing, 'problem'>;

/** `to` names a conversation of the view. */
export interface Sending {
  /** Shows the message at once and sends it. */
  send(to: string, draft: { words: Words; key: string; answers: string | null; isQuestion: boolean }): Promise<void>;
  retry(to: string, outgoing: Outgoing): Promise<void>;
}

interface Options {
  readonly post: (
    to: string,
    draft: Pick<Draft, 'key' | 'words' | 'isQuestion'>,
  ) => Promise<Answer<{ message: ShownMessage } & Told>>;
  readonly onEvent: (event: ConversationEvent) => void;
  /** A message was sent that answers what was new up to this one. */
  readonly onAnswered: (to: string, id: string) => void;
}

/** Sends messages, those to one place one after the other, each under the key that was made when it was written. */
export function useSending({ post, onEvent, onAnswered }: Options): Sending {
  // A second click may come before the host has drawn the first one's effect.
  const inFlight = useRef(new Set<string>());
  // The service orders messages as they come: one leaves when the one before it has arrived.
  const queues = useRef(new Map<string, Promise<void>>());

  async function deliver(to: string, draft: Draft) {
    if (inFlight.current.has(draft.key)) return;
    inFlight.current.add(draft.key);
    onEvent({ type: 'sending', in: to, draft });
    const turn = (queues.current.get(to) ?? Promise.resolve()).then(() => deliverNow(to, draft));
    queues.current.set(to, turn);
    await turn;
  }

  async function deliverNow(to: string, { key, words, answers, isQuestion }: Draft) {
    const answer = await post(to, { key, words, isQuestion });
    inFlight.current.delete(key);
    onEvent(
      answer.ok
        ? {
            type: 'sent',
            in: to,
            key,
            message: answer.message,
            text: words.markdown,
            mailClosed: answer.mailClosed ?? null,
          }
        : { type: 'send-failed', in: to, key, problem: answer.problem },
    );
    if (answer.ok && answers !== null) onAnswered(to, answers);
  }

  return {
    send(to, { words, key, answers, isQuestion }) {
      const body = words.document ?? textToDocument(words.markdown);
      return deliver(to, { key, words, answers, isQuestion, body, ts: new Date().toISOString() });
    },
    retry: (to, { problem: _, ...draft }) => deliver(to, draft),
  };
}
