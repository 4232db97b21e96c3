import { useEffect, useReducer, useRef, useState } from 'react';
import type { MessagePage, PanelMessage, Result } from '../../../definitions';
import { mayHaveArrived } from '../../messages/may-have-arrived';
import { type Sending, useSending } from '../../messages/use-sending';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import { loading, type Outgoing, type PanelState, type ViewProblem } from '../../shared/panel-state';
import { reducePanel } from './reduce-panel';
import { useIssueLive } from './use-issue-live';
import { useOpening } from './use-opening';
import { createWriting, type Writing } from './writing';

/** Null when it is done, else why not. */
type Outcome = Promise<ViewProblem | null>;

/** What the panel's parts may do. `person` is the other end of a thread. */
export interface PanelActions extends Sending {
  refresh(): Promise<void>;
  select(person: string): void;
  /** Shows the thread with somebody, also while there is none. */
  start(person: string): Outcome;
  loadThread(person: string): Promise<void>;
  loadOlder(person: string, before: string): Promise<void>;
  discard(person: string, outgoing: Outgoing): Promise<void>;
  edit(person: string, id: string, text: string): Outcome;
  remove(person: string, id: string): Outcome;
  /** Says once that everything up to this message was seen. One that fails is not worth a word. */
  markRead(person: string, conversationId: string, id: string): Promise<void>;
}

export interface Panel {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly writing: Writing;
}

/** The panel's state and what changes it; opens the panel when it is first drawn, and keeps it up to date. */
export function usePanel(issueId: string | null): Panel {
  const [state, change] = useReducer(reducePanel, loading);
  const [writing] = useState(createWriting);
  const read = useRef(new Set<string>());
  const open = useOpening(change, writing);
  const live = useIssueLive(async () => {
    if (await open(true)) live.touch();
  }, issueId);
  // Whoever does something is here: what others do meanwhile is asked for as often as at first again.
  const dispatch: typeof change = (event) => {
    live.touch();
    change(event);
  };
  const sending = useSending<PanelMessage>({
    post: (person, draft) => invoke('send', { with: person, ...draft }),
    onEvent: (person, event) => dispatch({ ...event, with: person }),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the live updates ask.
  useEffect(() => {
    void open(false);
  }, []);

  async function load(person: string, invocation: Promise<Result<MessagePage>>) {
    dispatch({ type: 'page-asked', with: person });
    const answer = await askResolver(invocation);
    dispatch(
      answer.ok
        ? { type: 'page-came', with: person, page: answer }
        : { type: 'page-failed', with: person, problem: answer.problem },
    );
  }

  async function refresh() {
    live.touch();
    await open(false);
  }

  const actions: PanelActions = {
    ...sending,
    refresh,
    select: (person) => dispatch({ type: 'selected', with: person }),
    async start(person) {
      const answer = await askResolver(invoke('start', { with: person }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'started', thread: answer.thread });
      return null;
    },
    loadThread: (person) => load(person, invoke('thread', { with: person })),
    loadOlder: (person, before) => load(person, invoke('older', { with: person, before })),
    async discard(person, { key, problem }) {
      dispatch({ type: 'discarded', with: person, key });
      // It may stand there all the same: whoever discards it has to see that before they write it again.
      if (problem !== null && mayHaveArrived(problem)) await refresh();
    },
    async edit(person, id, text) {
      const answer = await askResolver(invoke('edit', { with: person, id, text }));
      if (!answer.ok) return answer.problem;
      const { body, editedAt } = answer;
      dispatch({ type: 'edited', with: person, id, body, source: text, editedAt });
      return null;
    },
    async remove(person, id) {
      const answer = await askResolver(invoke('remove', { with: person, id }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'removed', with: person, id, deletedAt: answer.deletedAt });
      return null;
    },
    async markRead(person, conversationId, id) {
      if (read.current.has(id)) return;
      read.current.add(id);
      const answer = await askResolver(invoke('read', { conversationId, id }));
      if (answer.ok) change({ type: 'read', with: person, id });
    },
  };
  return { state, actions, writing };
}
