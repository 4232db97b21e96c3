import { useEffect, useState } from 'react';
import { mostBeside } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import { pageJira } from '../../jira/page-jira';

/** Who has something to do with a work item, for a group beside it. */
export interface Candidates {
  /** The assignee first, then the reporter, then who watches; never the reader. Null until Jira has answered. */
  readonly people: readonly Candidate[] | null;
  /** `some`: Jira does not show the reader everyone who watches; `many`: there are more than a group begins with. */
  readonly missing: 'some' | 'many' | null;
}

export interface Candidate {
  readonly person: Person;
  readonly role: 'assignee' | 'reporter' | 'both' | null;
}

const none: Candidates = { people: [], missing: null };

/** Asked of Jira by the page, as its reader; where it does not answer, people are looked for by name. */
export function useCandidates(issueId: string | null, readerId: string, isWanted: boolean): Candidates {
  const [found, setFound] = useState<Candidates>(isWanted ? { people: null, missing: null } : none);
  useEffect(() => {
    if (!isWanted || issueId === null) return;
    let isOver = false;
    void findCandidates(issueId, readerId).then((it) => {
      if (!isOver) setFound(it);
    });
    return () => {
      isOver = true;
    };
  }, [issueId, readerId, isWanted]);
  return found;
}

async function findCandidates(issueId: string, readerId: string): Promise<Candidates> {
  const [issue, watchers] = await Promise.all([pageJira.findIssue(issueId), pageJira.findWatchers(issueId)]);
  const { assignee = null, reporter = null } = issue === null || issue === 'hidden' ? {} : issue;
  const people = new Map<string, Candidate>();
  for (const person of [assignee, reporter, ...(watchers?.people ?? [])]) {
    if (person === null || person.kind !== 'person' || !person.active || person.id === readerId) continue;
    people.set(person.id, { person, role: nameRole(person.id, assignee?.id, reporter?.id) });
  }
  const offered = [...people.values()];
  const missing = offered.length > mostBeside ? 'many' : watchers?.isWhole === true ? null : 'some';
  return { people: offered.slice(0, mostBeside), missing };
}

function nameRole(id: string, assignee: string | undefined, reporter: string | undefined): Candidate['role'] {
  if (id === assignee && id === reporter) return 'both';
  return id === assignee ? 'assignee' : id === reporter ? 'reporter' : null;
}
