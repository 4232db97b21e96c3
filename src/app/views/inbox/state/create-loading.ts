import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { InboxLoading } from './inbox-actions';
import type { InboxState, ListName } from './inbox-state';
import type { InboxEvent } from './reduce-inbox';

/** @param latest the inbox as it is when something is asked for, which a timer or a hint may do much later */
export function createLoading(
  latest: { readonly current: InboxState },
  dispatch: (event: InboxEvent) => void,
): InboxLoading {
  async function loadList(list: ListName, after: string) {
    dispatch({ type: 'list-asked', list });
    const answer = await askResolver(invoke('inboxList', { list, cursor: after }));
    if (answer.ok) dispatch({ type: 'list-came', list, after, page: answer });
    else dispatch({ type: 'list-failed', list, problem: answer.problem });
  }

  async function loadThread(id: string) {
    dispatch({ type: 'thread-asked', id });
    const answer = await askResolver(invoke('inboxThread', { id }));
    if (!answer.ok) return dispatch({ type: 'thread-failed', id, problem: answer.problem });
    const { ok: _, ...thread } = answer;
    dispatch({ type: 'thread-came', id, thread });
  }

  return {
    loadList,
    loadThread,
    async refresh() {
      const { lists, selected } = latest.current;
      const shown: ListName[] = lists.archived.isLoaded ? ['unread', 'all', 'archived'] : ['unread', 'all'];
      await Promise.all([
        ...shown.map((list) => loadList(list, '')),
        ...(selected === null ? [] : [loadThread(selected)]),
      ]);
    },
    async search(text, after) {
      dispatch({ type: 'search-asked', text, after });
      const answer = await askResolver(invoke('inboxSearch', { text, cursor: after }));
      if (answer.ok) dispatch({ type: 'search-came', text, after, page: answer });
      else dispatch({ type: 'search-failed', text, problem: answer.problem });
    },
    async loadOlder(id, before) {
      dispatch({ type: 'thread-asked', id });
      const answer = await askResolver(invoke('inboxOlder', { id, before }));
      if (answer.ok) dispatch({ type: 'older-came', id, page: answer });
      else dispatch({ type: 'thread-failed', id, problem: answer.problem });
    },
    async loadBlocked() {
      const answer = await askResolver(invoke('preferences'));
      // Without an answer nobody counts as blocked: it only decides which of two buttons is offered.
      if (answer.ok) dispatch({ type: 'blocked', people: answer.blocked.map(({ id }) => id) });
    },
  };
}
