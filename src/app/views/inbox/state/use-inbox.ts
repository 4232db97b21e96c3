import { useReducer, useRef } from 'react';
import type { InboxEntry, Result } from '../../../definitions';
import { type ConversationState, unknownConversation } from '../../conversation/state/conversation-state';
import type { ConversationEvent } from '../../conversation/state/reduce-conversation';
import { useConversations } from '../../conversation/use-conversations';
import { useWriting } from '../../conversation/use-writing';
import type { Writing } from '../../conversation/writing';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { Outcome } from '../../shared/view-problem';
import { addressOf } from './address-of';
import { createLoading } from './create-loading';
import type { InboxActions } from './inbox-actions';
import { emptyInbox, type InboxState, keptLists } from './inbox-state';
import { reduceInbox } from './reduce-inbox';

/** Each of ten thousand conversations. */
const mostRounds = 20;
/** More messages than a page shows above the one that it is around. */
const mostBefore = 8;

/** Whether what stands before a message is loaded as well, as far as a page shows it. */
function isSurrounded({ messages, before }: ConversationState, message: string): boolean {
  const index = messages.findIndex(({ id }) => id === message);
  return index >= mostBefore || (index >= 0 && before === null);
}

/** The inbox's state and what changes it. Asks for nothing by itself. */
export function useInbox(): [InboxState, InboxActions, Writing] {
  const writing = useWriting(addressOf);
  const [state, dispatch] = useReducer(reduceInbox, emptyInbox);
  // What a timer or a hint calls later has to see the inbox as it is then.
  const latest = useRef(state);
  latest.current = state;
  const loading = createLoading(latest, dispatch);
  const conversations = useConversations({
    addressOf,
    writing,
    onEvent: heed,
    renew: loading.loadConversation,
  });

  function heed(event: ConversationEvent) {
    const isBeginning = latest.current.conversations[event.in]?.conversationId === null;
    dispatch(event);
    // The first message has made the conversation: it has an id now, and a line in the list.
    if (event.type !== 'sent' || !isBeginning) return;
    void Promise.all([loading.loadConversation(event.in), loading.loadList('all', '')]);
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
    void loading.refresh();
  };

  const actions: InboxActions = {
    ...loading,
    ...conversations,
    async markUnread(id, messageId) {
      const problem = await conversations.markUnread(id, messageId);
      // It stands among the unread ones from now on.
      if (problem === null) void loading.loadList('unread', '');
      return problem;
    },
    chooseList(list) {
      dispatch({ type: 'list-chosen', list });
      if (!keptLists.includes(list)) void loading.loadList(list, '');
    },
    chooseIssue(issue) {
      const event = { type: 'issue-chosen', issue } as const;
      dispatch(event);
      latest.current = reduceInbox(latest.current, event);
      void loading.loadList('issue', '');
    },
    async markAllRead() {
      let cursor = '';
      for (let round = 0; round < mostRounds; round += 1) {
        const answer = await askResolver(invoke('inboxReadAll', { cursor }));
        if (!answer.ok) {
          // What the rounds before have marked is read.
          await loading.refresh();
          return answer.problem;
        }
        cursor = answer.cursor;
        if (cursor === '') break;
      }
      await loading.refresh();
      return null;
    },
    endSearch: () => dispatch({ type: 'search-ended' }),
    select(id, message = null) {
      dispatch({ type: 'selected', id, message });
      if (id === null) return;
      void loading.loadConversation(id);
      const known = latest.current.conversations[id] ?? unknownConversation;
      if (message !== null && !isSurrounded(known, message)) void conversations.loadApart(id, 'around', message);
    },
    mute: (id, isMuted) => change(invoke('inboxMute', { id, isMuted }), () => changeEntry(id, { isMuted })),
    archive: (id, isArchived) =>
      change(invoke('inboxArchive', { id, isArchived }), () => {
        changeEntry(id, { isArchived });
        moveEntry(id);
      }),
    leave: (id) =>
      change(invoke('groupLeave', { id }), () => {
        dispatch({ type: 'selected', id: null, message: null });
        latest.current = { ...latest.current, selected: null };
        moveEntry(id);
      }),
    block: (person, isBlocked) =>
      change(invoke(isBlocked ? 'block' : 'unblock', { person }), () => {
        const others = (latest.current.blocked ?? []).filter((id) => id !== person);
        dispatch({ type: 'blocked', people: isBlocked ? [...others, person] : others });
      }),
    changeGroup: (id, invocation) =>
      change(invocation, () => void Promise.all([loading.loadConversation(id), loading.loadList('all', '')])),
  };
  return [state, actions, writing];
}
