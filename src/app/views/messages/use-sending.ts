import { useRef } from 'react';
import { textToDocument } from '../../../document/from-text';
import type { PanelMessage, Result } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import type { Outgoing, ViewProblem } from '../shared/panel-state';

type Draft = Omit<Outgoing, 'problem'>;

/** `to` is the other end of a thread, or a conversation. */
export interface Sending {
  /** Shows the message at once and sends it. */
  send(to: string, draft: { text: string; key: string }): Promise<void>;
  retry(to: string, outgoing: Outgoing): Promise<void>;
}

/** What becomes of a message on its way. */
export type SendingEvent<Message> =
  | { readonly type: 'sending'; readonly draft: Draft }
  | { readonly type: 'sent'; readonly key: string; readonly message: Message; readonly text: string }
  | { readonly type: 'send-failed'; readonly key: string; readonly problem: ViewProblem };

interface Options<Message> {
  readonly post: (to: string, draft: Pick<Draft, 'key' | 'text'>) => Promise<Result<{ message: Message }>>;
  readonly onEvent: (to: string, event: SendingEvent<Message>) => void;
}

/** Sends messages, those to one place one after the other, each under the key that was made when it was written. */
export function useSending<Message extends PanelMessage>({ post, onEvent }: Options<Message>): Sending {
  // A second click may come before the host has drawn the first one's effect.
  const inFlight = useRef(new Set<string>());
  // The service orders messages as they come: one leaves when the one before it has arrived.
  const queues = useRef(new Map<string, Promise<void>>());

  async function deliver(to: string, draft: Draft) {
    if (inFlight.current.has(draft.key)) return;
    inFlight.current.add(draft.key);
    onEvent(to, { type: 'sending', draft });
    const turn = (queues.current.get(to) ?? Promise.resolve()).then(() => deliverNow(to, draft));
    queues.current.set(to, turn);
    await turn;
  }

  async function deliverNow(to: string, { key, text }: Draft) {
    const answer = await askResolver(post(to, { key, text }));
    inFlight.current.delete(key);
    onEvent(
      to,
      answer.ok
        ? { type: 'sent', key, message: answer.message, text }
        : { type: 'send-failed', key, problem: answer.problem },
    );
  }

  return {
    send: (to, { text, key }) => deliver(to, { key, text, body: textToDocument(text), ts: new Date().toISOString() }),
    retry: (to, { problem: _, ...draft }) => deliver(to, draft),
  };
}
