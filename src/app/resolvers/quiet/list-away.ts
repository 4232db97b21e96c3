import type { AwayPerson } from '../../definitions';
import { loadShownSwitches } from '../../policy/load-shown-switches';
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
  const mayBegin =
    begins !== true ||
    values.every(({ substitute }) => substitute === null) ||
    (await loadShownSwitches()).peopleMayBegin;
  return {
    away: await Promise.all(
      values.map(async ({ user, until, word, substitute }) => ({
        person: personOf(user.id),
        until,
        word,
        substitute: substitute && personOf(substitute.id),
        mayWriteInstead: mayBegin || substitute === null || (await hasBegun(asker, substitute.id)),
      })),
    ),
  };
}

/**
 * Jira is not asked, since nobody acted: whether it shows the substitute is the view's to know. Where this cannot be asked
 * either, the send decides.
 */
async function hasBegun(asker: SiteAsker, person: string): Promise<boolean> {
  return findDirect(asker, person).then(
    (found) => Boolean(found?.lastMessage),
    () => true,
  );
}
