import { issueKey, matchWhole } from '../../../../patterns/patterns';
import type { Person } from '../../../definitions/person';
import { pageJira } from '../../jira/page-jira';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import { addressOf } from './address-of';
import type { InboxLoading } from './inbox-actions';
import { currentLists, type InboxState, type KnownIssue, type ListName } from './inbox-state';
import type { InboxEvent } from './reduce-inbox';

/** @param latest the inbox as it is when something is asked for, which a timer or a hint may do much later */
export function createLoading(
  latest: { readonly current: InboxState },
  dispatch: (event: InboxEvent) => void,
): InboxLoading {
  async function loadList(list: ListName, after: string) {
    dispatch({ type: 'list-asked', list });
    const issue = list === 'issue' ? (latest.current.issue?.id ?? null) : null;
    const answer = await askResolver(
      invoke('inboxList', {
        list,
        cursor: after,
        ...(issue === null ? {} : { issue }),
        ...(list === 'all' && latest.current.own === undefined ? { own: true } : {}),
      }),
    );
    // Another work item was chosen meanwhile.
    if (issue !== null && issue !== latest.current.issue?.id) return;
    if (answer.ok) dispatch({ type: 'list-came', list, after, page: answer });
    else dispatch({ type: 'list-failed', list, problem: answer.problem });
  }

  async function loadConversation(id: string) {
    dispatch({ type: 'page-asked', in: id });
    const answer = await askResolver(invoke('conversation', addressOf(id)));
    dispatch(
      answer.ok
        ? { type: 'came', in: id, conversation: answer.conversation }
        : { type: 'page-failed', in: id, problem: answer.problem },
    );
  }

  return {
    loadList,
    loadConversation,
    async refresh() {
      const { selected } = latest.current;
      await Promise.all([
        ...currentLists(latest.current).map((list) => loadList(list, '')),
        ...(selected === null ? [] : [loadConversation(selected)]),
      ]);
    },
    async search(text, after) {
      dispatch({ type: 'search-asked', text, after });
      const [people, issue] = after === '' ? await Promise.all([findNamed(text), findIssue(text)]) : [[], null];
      const ids = people.map(({ id }) => id);
      const answer = await askResolver(invoke('inboxSearch', { text, cursor: after, people: ids }));
      if (answer.ok) dispatch({ type: 'search-came', text, after, page: answer, people, issue });
      else dispatch({ type: 'search-failed', text, problem: answer.problem });
    },
    async loadBlocked() {
      const answer = await askResolver(invoke('preferences'));
      // Without an answer nobody counts as blocked: it only decides which of two buttons is offered.
      if (answer.ok) dispatch({ type: 'blocked', people: answer.blocked.map(({ id }) => id) });
    },
  };
}

/** Whom these words name; nobody where Jira does not say, since messages and groups are found all the same. */
async function findNamed(text: string): Promise<readonly Person[]> {
  const found = await pageJira.searchPeople(text, '');
  return found === null || found === 'not_allowed' ? [] : found;
}

const isKey = matchWhole(issueKey);

/** The work item whose key these words are, as the reader sees it. */
async function findIssue(text: string): Promise<KnownIssue | null> {
  const key = text.trim().toUpperCase();
  return isKey.test(key) ? pageJira.findByKey(key) : null;
}
