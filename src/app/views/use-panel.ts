import { useCallback, useEffect, useReducer, useRef } from 'react';
import { textToDocument } from '../../document/from-text';
import type { MessagePage, Result } from '../resolvers/definitions';
import { askResolver, invokePanel } from './ask-resolver';
import { mayHaveArrived } from './may-have-arrived';
import { loading, type Outgoing, type PanelState, type ViewProblem } from './panel-state';
import { reducePanel } from './reduce-panel';

/** What the panel's parts may do. `with` is the other person of a thread. */
export interface PanelActions {
  refresh(): Promise<void>;
  select(person: string): void;
  loadThread(person: string): Promise<void>;
  loadOlder(person: string, before: string): Promise<void>;
  /** Shows the message at once and sends it. */
  send(person: string, draft: { text: string; key: string }): Promise<void>;
  retry(person: string, outgoing: Outgoing): Promise<void>;
  discard(person: string, outgoing: Outgoing): Promise<void>;
  /** Null when it is done, else why not. */
  edit(person: string, id: string, text: string): Promise<ViewProblem | null>;
  remove(person: string, id: string): Promise<ViewProblem | null>;
}

/** The panel's state and what changes it; opens the panel when it is first drawn. */
export function usePanel(): [PanelState, PanelActions] {
  const [state, dispatch] = useReducer(reducePanel, loading);
  // A second click may come before the host has drawn the first one's effect.
  const inFlight = useRef(new Set<string>());
  // The service orders messages as they come: one to the same person leaves when the one before it has arrived.
  const queues = useRef(new Map<string, Promise<void>>());

  const refresh = useCallback(async () => {
    dispatch({ type: 'asked' });
    const answer = await askResolver(invokePanel('open'));
    dispatch(answer.ok ? { type: 'opened', panel: answer } : { type: 'open-failed', problem: answer.problem });
  }, []);

  useEffect(() => {
    void refresh();
  }, [refresh]);

  async function load(person: string, invocation: Promise<Result<MessagePage>>) {
    dispatch({ type: 'page-asked', with: person });
    const answer = await askResolver(invocation);
    dispatch(
      answer.ok
        ? { type: 'page-came', with: person, page: answer }
        : { type: 'page-failed', with: person, problem: answer.problem },
    );
  }

  async function deliver(person: string, draft: Omit<Outgoing, 'problem'>) {
    if (inFlight.current.has(draft.key)) return;
    inFlight.current.add(draft.key);
    dispatch({ type: 'sending', with: person, draft });
    const turn = (queues.current.get(person) ?? Promise.resolve()).then(() => deliverNow(person, draft));
    queues.current.set(person, turn);
    await turn;
  }

  async function deliverNow(person: string, { key, text }: Omit<Outgoing, 'problem'>) {
    const answer = await askResolver(invokePanel('send', { with: person, text, key }));
    inFlight.current.delete(key);
    dispatch(
      answer.ok
        ? { type: 'sent', with: person, key, message: answer.message }
        : { type: 'send-failed', with: person, key, problem: answer.problem },
    );
  }

  const actions: PanelActions = {
    refresh,
    select: (person) => dispatch({ type: 'selected', with: person }),
    loadThread: (person) => load(person, invokePanel('thread', { with: person })),
    loadOlder: (person, before) => load(person, invokePanel('older', { with: person, before })),
    send: (person, { text, key }) =>
      deliver(person, { key, text, body: textToDocument(text), ts: new Date().toISOString() }),
    retry: (person, { problem: _, ...draft }) => deliver(person, draft),
    async discard(person, { key, problem }) {
      dispatch({ type: 'discarded', with: person, key });
      // It may stand there all the same: whoever discards it has to see that before they write it again.
      if (problem !== null && mayHaveArrived(problem)) await refresh();
    },
    async edit(person, id, text) {
      const answer = await askResolver(invokePanel('edit', { with: person, id, text }));
      if (!answer.ok) return answer.problem;
      const { body, editedAt } = answer;
      dispatch({ type: 'edited', with: person, id, body, source: text, editedAt });
      return null;
    },
    async remove(person, id) {
      const answer = await askResolver(invokePanel('remove', { with: person, id }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'removed', with: person, id, deletedAt: answer.deletedAt });
      return null;
    },
  };
  return [state, actions];
}
