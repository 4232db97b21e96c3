import type { AwayPerson } from '../../definitions';
import { loadSwitches } from '../../storage/switches';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { findDirect } from '../shared/find-direct';

interface Ask {
  readonly people: readonly string[];
  readonly begins: boolean | null;
}

/** Who of these people is away now; whoever looks puts in what Jira shows them of each. @throws ApiError */
export async function listAway(asker: SiteAsker, { people, begins }: Ask): Promise<{ away: AwayPerson[] }> {
  if (people.length === 0) return { away: [] };
  const { values } = await asker.client.listAway({ params: { cloudId: asker.site }, query: { user: [...people] } });
  return {
    away: await Promise.all(
      values.map(async ({ user, until, word, substitute }) => ({
        person: personOf(user.id),
        until,
        word,
        substitute: substitute && personOf(substitute.id),
        mayWriteInstead: substitute === null || begins !== true || (await mayWriteTo(asker, substitute.id)),
      })),
    ),
  };
}

/**
 * Where people may begin conversations, or one goes on. Jira is not asked, since nobody acted: whether it shows the substitute is
 * the view's to know, and the send decides.
 */
async function mayWriteTo(asker: SiteAsker, recipient: string): Promise<boolean> {
  try {
    if ((await loadSwitches()).peopleMayBegin) return true;
    return Boolean((await findDirect(asker, recipient))?.lastMessage);
  } catch {
    return true;
  }
}
