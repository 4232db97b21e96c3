import { useEffect, useReducer } from 'react';
import type { Result } from '../../../definitions';
import { type ConversationActions, useConversations } from '../../conversation/use-conversations';
import { useWriting } from '../../conversation/use-writing';
import type { Writing } from '../../conversation/writing';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { Outcome } from '../../shared/view-problem';
import { addressOf, loading, nameGroup, type PanelState, selectedThread } from './panel-state';
import { reducePanel } from './reduce-panel';
import { useIssueLive } from './use-issue-live';
import { useOpening } from './use-opening';

/** What the panel's parts may do. A thread is named by `nameThread`. */
export interface PanelActions extends ConversationActions {
  refresh(): Promise<void>;
  select(thread: string): void;
  /** Shows the thread with somebody, also while there is none. */
  start(person: string): Outcome;
  /** Brings a group anew with who is in it, and shows it. */
  openGroup(conversationId: string): Outcome;
  /** What changes a group: the answer is followed by how it is then. */
  changeGroup(conversationId: string, invocation: Promise<Result<object>>): Outcome;
  /** Leaves a group, which then stands here no more. */
  leave(conversationId: string): Outcome;
}

export interface Panel {
  readonly state: PanelState;
  readonly actions: PanelActions;
  readonly writing: Writing;
}

/** The group that is shown; null for none. */
function findOpenGroup(state: PanelState): string | null {
  const thread = state.phase === 'open' ? selectedThread(state) : null;
  return thread === null || thread.person !== null ? null : thread.conversationId;
}

/** The panel's state and what changes it; opens the panel when it is first drawn, and keeps it up to date. */
export function usePanel(issueId: string | null): Panel {
  const [state, change] = useReducer(reducePanel, loading);
  const writing = useWriting(addressOf);
  const { open, noteBegun } = useOpening(change, writing);
  const live = useIssueLive(
    async () => {
      if (await open(true)) live.touch();
    },
    issueId,
    findOpenGroup(state),
  );
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

  async function begin(key: string): Outcome {
    const answer = await askResolver(invoke('conversation', addressOf(key)));
    if (!answer.ok) return answer.problem;
    noteBegun(key);
    dispatch({ type: 'started', conversation: answer.conversation });
    return null;
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
    select: (key) => dispatch({ type: 'selected', key }),
    start: begin,
    openGroup: (conversationId) => begin(nameGroup(conversationId)),
    async changeGroup(conversationId, invocation) {
      const answer = await askResolver(invocation);
      return answer.ok ? begin(nameGroup(conversationId)) : answer.problem;
    },
    async leave(conversationId) {
      const answer = await askResolver(invoke('groupLeave', { id: conversationId }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'left', key: nameGroup(conversationId) });
      return null;
    },
  };
  return { state, actions, writing };
}
