import { useEffect, useReducer } from 'react';
import { type ConversationActions, useConversations } from '../../conversation/use-conversations';
import { useWriting } from '../../conversation/use-writing';
import type { Writing } from '../../conversation/writing';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { Outcome } from '../../shared/view-problem';
import { loading, type PanelState } from './panel-state';
import { reducePanel } from './reduce-panel';
import { useIssueLive } from './use-issue-live';
import { useOpening } from './use-opening';

/** What the panel's parts may do. A thread is named by the person at its other end. */
export interface PanelActions extends ConversationActions {
  refresh(): Promise<void>;
  select(person: string): void;
  /** Shows the thread with somebody, also while there is none. */
  start(person: string): Outcome;
}

export interface Panel {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly writing: Writing;
}

const addressOf = (person: string) => ({ with: person });

/** The panel's state and what changes it; opens the panel when it is first drawn, and keeps it up to date. */
export function usePanel(issueId: string | null): Panel {
  const [state, change] = useReducer(reducePanel, loading);
  const writing = useWriting(addressOf);
  const open = useOpening(change, writing);
  const live = useIssueLive(async () => {
    if (await open(true)) live.touch();
  }, issueId);
  // Whoever does something is here: what others do meanwhile is asked for as often as at first again.
  const dispatch: typeof change = (event) => {
    if (event.type !== 'read') live.touch();
    change(event);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later the live updates ask.
  useEffect(() => {
    void open(false);
  }, []);

  async function refresh() {
    live.touch();
    await open(false);
  }

  const conversations = useConversations({
    addressOf,
    writing,
    onEvent: dispatch,
    renew: refresh,
  });
  const actions: PanelActions = {
    ...conversations,
    refresh,
    select: (person) => dispatch({ type: 'selected', with: person }),
    async start(person) {
      const answer = await askResolver(invoke('conversation', { with: person }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'started', conversation: answer.conversation });
      return null;
    },
  };
  return { state, actions, writing };
}
