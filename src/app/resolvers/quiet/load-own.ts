import type { Preference } from '../../../contract/people';
import type { OwnChoices } from '../../definitions';
import type { SiteAsker } from '../shared/asker';

/**
 * What the asker chose and their views heed. Null where the service is of the release before; undefined where it does not
 * say this time: what is asked beside it comes all the same.
 */
export async function loadOwn({ client, site }: SiteAsker): Promise<OwnChoices | null | undefined> {
  return client.getPreference({ params: { cloudId: site } }).then(toOwn, () => undefined);
}

export function toOwn({ enterSends, quiet = null, away = null }: Preference): OwnChoices | null {
  if (enterSends === undefined) return null;
  return { enterSends, quiet, away: away && { from: away.from, until: away.until } };
}
