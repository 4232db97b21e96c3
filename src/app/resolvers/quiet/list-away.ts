import type { AwayPerson } from '../../definitions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';

/** Who of these people is away now; whoever looks puts in what Jira shows them of each. @throws ApiError */
export async function listAway(
  { client, site }: SiteAsker,
  { people }: { readonly people: readonly string[] },
): Promise<{ away: AwayPerson[] }> {
  if (people.length === 0) return { away: [] };
  const { values } = await client.listAway({ params: { cloudId: site }, query: { user: [...people] } });
  return {
    away: values.map(({ user, until, word, substitute }) => ({
      person: personOf(user.id),
      until,
      word,
      substitute: substitute && personOf(substitute.id),
    })),
  };
}
