import type { MentionedPerson } from '../../../definitions/composer';
import type { Person } from '../../../definitions/person';
import { mentionable } from '../../conversation/mentionable';
import { pageJira } from '../../jira/page-jira';
import type { ThreadState } from './panel-state';

/** From so many letters on, whoever else is on the site is looked for; before, those who are at hand are offered. */
const searchedFrom = 2;

/** Whom one may mention here: the other person or the group's, the people of the other threads, and people of the site. */
export function useMentionable(
  thread: ThreadState | null,
  threads: readonly ThreadState[],
): (search: string) => Promise<readonly MentionedPerson[]> {
  return async (search) => {
    const people = threads.flatMap(({ person, members }) => (person === null ? members : [person]));
    const near = [...people].sort((a, b) => rank(a, thread) - rank(b, thread));
    const text = search.trim();
    if (text.length < searchedFrom) return mentionable(near, text);
    const answer = await pageJira.searchPeople(text, '');
    // Without an answer those at hand are better than nobody.
    const found = answer === null || answer === 'not_allowed' ? [] : answer;
    return mentionable([...near, ...found], text, found);
  };
}

function rank(person: Person, thread: ThreadState | null): number {
  if (thread === null) return 1;
  return [thread.person, ...thread.members].some((it) => it?.id === person.id) ? 0 : 1;
}
