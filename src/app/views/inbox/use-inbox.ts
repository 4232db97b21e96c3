import { useReducer, useRef } from 'react';
import type { InboxEntry, InboxMessage, Result } from '../../resolvers/definitions';
import { askResolver } from '../ask-resolver';
import { mayHaveArrived } from '../may-have-arrived';
import type { Outgoing, ViewProblem } from '../panel-state';
import { emptyInbox, type InboxState, type ListName } from './inbox-state';
import { invokeInbox } from './invoke-inbox';
import { reduceInbox } from './reduce-inbox';
import { type Sending, useSending } from './use-sending';

/** Null when it is done, else why not. */
export type Outcome = Promise<ViewProblem | null>;

/** What the inbox's parts may do. `id` is a conversation's. */
export interface InboxActions extends Sending {
  /** The first page of the lists that are shown, and the conversation beside them, as they are now. */
  refresh(): Promise<void>;
  /** `cursor` is empty for the first page. */
  loadList(list: ListName, cursor: string): Promise<void>;
  search(text: string, cursor: string): Promise<void>;
  endSearch(): void;
  select(id: string | null, found?: InboxMessage): void;
  loadThread(id: string): Promise<void>;
  loadOlder(id: string, before: string): Promise<void>;
  discard(id: string, outgoing: Outgoing): Promise<void>;
  edit(id: string, messageId: string, text: string): Outcome;
  remove(id: string, messageId: string): Outcome;
  markRead(id: string, messageId: string): Promise<void>;
  mute(id: string, isMuted: boolean): Outcome;
  archive(id: string, isArchived: boolean): Outcome;
  leave(id: string): Outcome;
  block(person: string, isBlocked: boolean): Outcome;
  loadBlocked(): Promise<void>;
  /** What changes a group: the answer is followed by how the group is then. */
  changeGroup(id: string, invocation: Promise<Result<object>>): Outcome;
}

/** The inbox's state and what changes it. Asks for nothing by itself. */
export function useInbox(): [InboxState, InboxActions] {
  const [state, dispatch] = useReducer(reduceInbox, emptyInbox);
  // What a timer or a hint calls later has to see the inbox as it is then.
  const latest = useRef(state);
  latest.current = state;
  const sending = useSending(dispatch);

  async function loadList(list: ListName, after: string) {
    dispatch({ type: 'list-asked', list });
    const answer = await askResolver(invokeInbox('inboxList', { list, cursor: after }));
    if (answer.ok) dispatch({ type: 'list-came', list, after, page: answer });
    else dispatch({ type: 'list-failed', list, problem: answer.problem });
  }

  async function loadThread(id: string) {
    dispatch({ type: 'thread-asked', id });
    const answer = await askResolver(invokeInbox('inboxThread', { id }));
    if (!answer.ok) return dispatch({ type: 'thread-failed', id, problem: answer.problem });
    const { ok: _, ...thread } = answer;
    dispatch({ type: 'thread-came', id, thread });
  }

  async function refresh() {
    const { lists, selected } = latest.current;
    const shown: ListName[] = lists.archived.isLoaded ? ['unread', 'all', 'archived'] : ['unread', 'all'];
    await Promise.all([
      ...shown.map((list) => loadList(list, '')),
      ...(selected === null ? [] : [loadThread(selected)]),
    ]);
  }

  /** Does what `invocation` asks and then `follow`; says why when it failed. */
  async function change(invocation: Promise<Result<object>>, follow: () => unknown): Outcome {
    const answer = await askResolver(invocation);
    if (!answer.ok) return answer.problem;
    follow();
    return null;
  }

  const changeEntry = (id: string, entry: Partial<InboxEntry>) =>
    dispatch({ type: 'entry-changed', id, change: entry });
  const moveEntry = (id: string) => {
    dispatch({ type: 'entry-moved', id });
    void refresh();
  };

  const actions: InboxActions = {
    ...sending,
    refresh,
    loadList,
    async search(text, after) {
      dispatch({ type: 'search-asked', text, after });
      const answer = await askResolver(invokeInbox('inboxSearch', { text, cursor: after }));
      if (answer.ok) dispatch({ type: 'search-came', text, after, page: answer });
      else dispatch({ type: 'search-failed', text, problem: answer.problem });
    },
    endSearch: () => dispatch({ type: 'search-ended' }),
    select(id, found) {
      dispatch({ type: 'selected', id, found: found ?? null });
      if (id !== null) void loadThread(id);
    },
    loadThread,
    async loadOlder(id, before) {
      dispatch({ type: 'thread-asked', id });
      const answer = await askResolver(invokeInbox('inboxOlder', { id, before }));
      if (answer.ok) dispatch({ type: 'older-came', id, page: answer });
      else dispatch({ type: 'thread-failed', id, problem: answer.problem });
    },
    async discard(id, { key, problem }) {
      dispatch({ type: 'discarded', id, key });
      // It may stand there all the same: whoever discards it has to see that before they write it again.
      if (problem !== null && mayHaveArrived(problem)) await loadThread(id);
    },
    async edit(id, messageId, text) {
      const answer = await askResolver(invokeInbox('inboxEdit', { id, messageId, text }));
      if (!answer.ok) return answer.problem;
      const { body, editedAt } = answer;
      dispatch({ type: 'edited', id, messageId, body, source: text, editedAt });
      return null;
    },
    async remove(id, messageId) {
      const answer = await askResolver(invokeInbox('inboxRemove', { id, messageId }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'removed', id, messageId, deletedAt: answer.deletedAt });
      return null;
    },
    async markRead(id, messageId) {
      // One that fails is tried again when the conversation comes the next time.
      await change(invokeInbox('inboxRead', { id, messageId }), () => changeEntry(id, { unreadCount: 0 }));
    },
    mute: (id, isMuted) => change(invokeInbox('inboxMute', { id, isMuted }), () => changeEntry(id, { isMuted })),
    archive: (id, isArchived) =>
      change(invokeInbox('inboxArchive', { id, isArchived }), () => {
        changeEntry(id, { isArchived });
        moveEntry(id);
      }),
    leave: (id) =>
      change(invokeInbox('groupLeave', { id }), () => {
        dispatch({ type: 'selected', id: null, found: null });
        latest.current = { ...latest.current, selected: null };
        moveEntry(id);
      }),
    block: (person, isBlocked) =>
      change(invokeInbox(isBlocked ? 'block' : 'unblock', { person }), () => {
        const others = (latest.current.blocked ?? []).filter((id) => id !== person);
        dispatch({ type: 'blocked', people: isBlocked ? [...others, person] : others });
      }),
    async loadBlocked() {
      const answer = await askResolver(invokeInbox('preferences'));
      // Without an answer nobody counts as blocked: it only decides which of two buttons is offered.
      if (answer.ok) dispatch({ type: 'blocked', people: answer.blocked.map(({ id }) => id) });
    },
    changeGroup: (id, invocation) => change(invocation, () => void Promise.all([loadThread(id), loadList('all', '')])),
  };
  return [state, actions];
}
