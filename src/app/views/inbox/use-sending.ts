import { useRef } from 'react';
import { textToDocument } from '../../../document/from-text';
import { askResolver } from '../ask-resolver';
import type { Outgoing } from '../panel-state';
import { invokeInbox } from './invoke-inbox';
import type { ConversationEvent } from './reduce-conversation';

type Draft = Omit<Outgoing, 'problem'>;

export interface Sending {
  /** Shows the message at once and sends it. */
  send(id: string, draft: { text: string; key: string }): Promise<void>;
  retry(id: string, outgoing: Outgoing): Promise<void>;
}

/** Sends messages, those of one conversation one after the other, each under the key that was made when it was written. */
export function useSending(dispatch: (event: ConversationEvent) => void): Sending {
  // A second click may come before the host has drawn the first one's effect.
  const inFlight = useRef(new Set<string>());
  // The service orders messages as they come: one leaves when the one before it has arrived.
  const queues = useRef(new Map<string, Promise<void>>());

  async function deliver(id: string, draft: Draft) {
    if (inFlight.current.has(draft.key)) return;
    inFlight.current.add(draft.key);
    dispatch({ type: 'sending', id, draft });
    const turn = (queues.current.get(id) ?? Promise.resolve()).then(() => deliverNow(id, draft));
    queues.current.set(id, turn);
    await turn;
  }

  async function deliverNow(id: string, { key, text }: Draft) {
    const answer = await askResolver(invokeInbox('inboxSend', { id, text, key }));
    inFlight.current.delete(key);
    dispatch(
      answer.ok
        ? { type: 'sent', id, key, message: answer.message, text }
        : { type: 'send-failed', id, key, problem: answer.problem },
    );
  }

  return {
    send: (id, { text, key }) => deliver(id, { key, text, body: textToDocument(text), ts: new Date().toISOString() }),
    retry: (id, { problem: _, ...draft }) => deliver(id, draft),
  };
}
