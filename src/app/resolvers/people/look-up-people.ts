import { findPeople } from '../../policy/find-people';
import type { Person } from '../../policy/person';

export type People = ReadonlyMap<string, Person>;

/** Ids of one call to Jira: it takes 200, and an address of more than a hundred grows past what proxies let through. */
const atOnce = 100;
/** An end to what one answer may ask for: as many as a group has members. */
const most = 500;

/** The people with these ids as the asker may see them, in as few calls to Jira as hold them: mostly one, or none. */
export async function lookUpPeople(ids: Iterable<string>): Promise<People> {
  const wanted = [...new Set(ids)].slice(0, most);
  const starts = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, index) => index * atOnce);
  const found = await Promise.all(starts.map((start) => findPeople(wanted.slice(start, start + atOnce))));
  return new Map(found.flatMap((people) => [...people]));
}
