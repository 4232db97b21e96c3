import type { MentionedPerson } from '../../../definitions/composer';
import type { Person } from '../../../definitions/person';
import { mentionable } from '../../conversation/mentionable';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';
import type { ThreadState } from './panel-state';

/** From so many letters on, whoever else sees the issue is looked for; before, those who are at hand are offered. */
const searchedFrom = 2;

/** Whom one may mention here: the other person, the people of the other threads, and whoever sees the issue. */
export function useMentionable(
  thread: ThreadState | null,
  threads: readonly ThreadState[],
): (search: string) => Promise<readonly MentionedPerson[]> {
  return async (search) => {
    const near = threads.map(({ person }) => person).sort((a, b) => rank(a, thread) - rank(b, thread));
    const text = search.trim();
    if (text.length < searchedFrom) return mentionable(near, text);
    const answer = await askResolver(invoke('findPeople', { text }));
    // Without an answer those at hand are better than nobody.
    return mentionable([...near, ...(answer.ok ? answer.people : [])], text, answer.ok ? answer.people : []);
  };
}

function rank(person: Person, thread: ThreadState | null): number {
  return person.id === thread?.person.id ? 0 : 1;
}
