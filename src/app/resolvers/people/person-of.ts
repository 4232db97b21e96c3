import type { Person } from '../../definitions/person';
import type { People } from './look-up-people';

/** Someone out of those who were looked up; whoever was not among them has no name. */
export function personOf(id: string, people: People): Person {
  return people.get(id) ?? { id, name: null, kind: 'unknown', active: false };
}
