import type { Person } from '../../definitions/person';
import { findPeople } from '../../jira/find-people';
import { JiraError } from '../../jira/jira-error';
import { isAccountId } from '../../site/is-account-id';

export type People = ReadonlyMap<string, Person>;

/** Whom a page names. */
export interface Named {
  /** Who takes part: the ends of conversations, members, senders. */
  readonly people?: Iterable<string>;
  /** Whom the words mention, by ids that their author chose and nobody checked. */
  readonly mentioned?: Iterable<string>;
}

/** Ids of one call to Jira: it takes 200, and an address of more than a hundred grows past what proxies let through. */
const atOnce = 100;
/** An end to what one answer may ask for: as many as a group has members. */
const most = 500;

/**
 * The people with these ids as the asker may see them, in as few calls to Jira as hold them: mostly one, or none. Jira
 * refuses a whole call for one id that it does not take: then those who take part are asked for apart from those who
 * are mentioned, so that no sender can hide them. Whoever is not among the answer has no name. @throws JiraError `away`
 */
export async function lookUpPeople({ people = [], mentioned = [] }: Named): Promise<People> {
  const wanted = chooseIds(people);
  const known = new Set(wanted);
  const others = chooseIds(mentioned).filter((id) => !known.has(id));
  const together = await findUnlessRefused([...wanted, ...others]);
  if (together !== null) return together;
  if (wanted.length === 0 || others.length === 0) return new Map();
  const apart = await Promise.all([findUnlessRefused(wanted), findUnlessRefused(others)]);
  return new Map(apart.flatMap((found) => [...(found ?? [])]));
}

function chooseIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].filter(isAccountId).slice(0, most);
}

async function findUnlessRefused(ids: readonly string[]): Promise<People | null> {
  const starts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => index * atOnce);
  try {
    const found = await Promise.all(starts.map((start) => findPeople(ids.slice(start, start + atOnce))));
    return new Map(found.flatMap((people) => [...people]));
  } catch (error) {
    if (error instanceof JiraError && error.reason === 'hidden') return null;
    throw error;
  }
}
