import { useReducer, useRef } from 'react';
import type { InboxEntry, InboxMessage, Result } from '../../../definitions';
import { mayHaveArrived } from '../../messages/may-have-arrived';
import { useSending } from '../../messages/use-sending';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import { createLoading } from './create-loading';
import type { InboxActions, Outcome } from './inbox-actions';
import { emptyInbox, type InboxState } from './inbox-state';
import { reduceInbox } from './reduce-inbox';

/** The inbox's state and what changes it. Asks for nothing by itself. */
export function useInbox(): [InboxState, InboxActions] {
  const [state, dispatch] = useReducer(reduceInbox, emptyInbox);
  // What a timer or a hint calls later has to see the inbox as it is then.
  const latest = useRef(state);
  latest.current = state;
  const loading = createLoading(latest, dispatch);
  const sending = useSending<InboxMessage>({
    post: (id, draft) => invoke('inboxSend', { id, ...draft }),
    onEvent: (id, event) => dispatch({ ...event, id }),
  });

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
    void loading.refresh();
  };

  const actions: InboxActions = {
    ...loading,
    ...sending,
    endSearch: () => dispatch({ type: 'search-ended' }),
    select(id, found) {
      dispatch({ type: 'selected', id, found: found ?? null });
      if (id !== null) void loading.loadThread(id);
    },
    async discard(id, { key, problem }) {
      dispatch({ type: 'discarded', id, key });
      // It may stand there all the same: whoever discards it has to see that before they write it again.
      if (problem !== null && mayHaveArrived(problem)) await loading.loadThread(id);
    },
    async edit(id, messageId, text) {
      const answer = await askResolver(invoke('inboxEdit', { id, messageId, text }));
      if (!answer.ok) return answer.problem;
      const { body, editedAt } = answer;
      dispatch({ type: 'edited', id, messageId, body, source: text, editedAt });
      return null;
    },
    async remove(id, messageId) {
      const answer = await askResolver(invoke('inboxRemove', { id, messageId }));
      if (!answer.ok) return answer.problem;
      dispatch({ type: 'removed', id, messageId, deletedAt: answer.deletedAt });
      return null;
    },
    async markRead(id, messageId) {
      // One that fails is tried again when the conversation comes the next time.
      await change(invoke('inboxRead', { id, messageId }), () => changeEntry(id, { unreadCount: 0 }));
    },
    mute: (id, isMuted) => change(invoke('inboxMute', { id, isMuted }), () => changeEntry(id, { isMuted })),
    archive: (id, isArchived) =>
      change(invoke('inboxArchive', { id, isArchived }), () => {
        changeEntry(id, { isArchived });
        moveEntry(id);
      }),
    leave: (id) =>
      change(invoke('groupLeave', { id }), () => {
        dispatch({ type: 'selected', id: null, found: null });
        latest.current = { ...latest.current, selected: null };
        moveEntry(id);
      }),
    block: (person, isBlocked) =>
      change(invoke(isBlocked ? 'block' : 'unblock', { person }), () => {
        const others = (latest.current.blocked ?? []).filter((id) => id !== person);
        dispatch({ type: 'blocked', people: isBlocked ? [...others, person] : others });
      }),
    changeGroup: (id, invocation) =>
      change(invocation, () => void Promise.all([loading.loadThread(id), loading.loadList('all', '')])),
  };
  return [state, actions];
}
