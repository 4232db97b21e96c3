import type { Problem } from '../../definitions';
import type { Person } from '../../definitions/person';
import { ProblemError } from '../../problems/problem-error';
import { lookUpPeople } from '../people/look-up-people';

const refusals: Readonly<Record<Exclude<Person['kind'], 'person'>, Problem['code']>> = {
  app: 'recipient_app',
  customer: 'recipient_customer',
  program: 'recipient_program',
  unknown: 'recipient_unknown',
};

/**
 * Whom the asker wants in a group, each an active human whom Jira shows to them, never the asker.
 * @throws ProblemError for one who is not; JiraError
 */
export async function chooseNewMembers(wanted: readonly string[], askerId: string): Promise<string[]> {
  const ids = [...new Set(wanted)].filter((id) => id !== askerId);
  const people = await lookUpPeople(ids);
  for (const id of ids) {
    const { kind, active } = people.get(id) ?? { kind: 'unknown' as const, active: false };
    if (kind !== 'person') throw new ProblemError({ code: refusals[kind] });
    if (!active) throw new ProblemError({ code: 'recipient_inactive' });
  }
  return ids;
}
