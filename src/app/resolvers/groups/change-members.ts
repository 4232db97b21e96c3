import type { RosterChange } from '../../../contract/resources';
import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';

/** A place in the list of those to be added. */
const addedAt = /^body\/add\/(\d+)$/;

/** All of it or nothing. @throws ProblemError `not_owner`, `not_added` with whom the asker cannot add; ApiError */
export async function changeMembers(
  { client, site }: SiteAsker,
  conversationId: string,
  change: RosterChange,
): Promise<void> {
  const request = { params: { cloudId: site, conversationId }, body: change };
  try {
    await client.changeRoster(request);
  } catch (error) {
    if (!(error instanceof ApiError && error.error === 'forbidden')) throw error;
    const barred = error.fields.flatMap((field) => change.add?.[Number(addedAt.exec(field)?.[1])] ?? []);
    throw new ProblemError(
      barred.length === 0 ? { code: 'not_owner' } : { code: 'not_added', people: barred.map(personOf) },
    );
  }
}
