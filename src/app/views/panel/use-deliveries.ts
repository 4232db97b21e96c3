import { useRef } from 'react';
import { textToDocument } from '../../../document/from-text';
import { askResolver, invokePanel } from '../ask-resolver';
import type { Outgoing } from '../panel-state';
import type { PanelEvent } from './reduce-panel';

type Draft = Omit<Outgoing, 'problem'>;

export interface Deliveries {
  /** Shows the message at once and sends it. `person` is the other end of its thread. */
  send(person: string, draft: { text: string; key: string }): Promise<void>;
  retry(person: string, outgoing: Outgoing): Promise<void>;
}

/** Sends messages, those to one person one after the other, each under the key that was made when it was written. */
export function useDeliveries(dispatch: (event: PanelEvent) => void): Deliveries {
  // A second click may come before the host has drawn the first one's effect.
  const inFlight = useRef(new Set<string>());
  // The service orders messages as they come: one to the same person leaves when the one before it has arrived.
  const queues = useRef(new Map<string, Promise<void>>());

  async function deliver(person: string, draft: Draft) {
    if (inFlight.current.has(draft.key)) return;
    inFlight.current.add(draft.key);
    dispatch({ type: 'sending', with: person, draft });
    const turn = (queues.current.get(person) ?? Promise.resolve()).then(() => deliverNow(person, draft));
    queues.current.set(person, turn);
    await turn;
  }

  async function deliverNow(person: string, { key, text }: Draft) {
    const answer = await askResolver(invokePanel('send', { with: person, text, key }));
    inFlight.current.delete(key);
    dispatch(
      answer.ok
        ? { type: 'sent', with: person, key, message: answer.message }
        : { type: 'send-failed', with: person, key, problem: answer.problem },
    );
  }

  return {
    send: (person, { text, key }) =>
      deliver(person, { key, text, body: textToDocument(text), ts: new Date().toISOString() }),
    retry: (person, { problem: _, ...draft }) => deliver(person, draft),
  };
}
