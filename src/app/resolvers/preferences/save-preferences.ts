import type { Choices } from '../../definitions';
import type { SiteAsker } from '../shared/asker';

/** All of the asker's choices at once. */
export async function savePreferences(
  { client, site }: SiteAsker,
  { choices: { receipts, mentionsPassMute, mailOfPeople, mailOfRules, mailOfPrograms } }: { readonly choices: Choices },
): Promise<object> {
  const notices = { person: mailOfPeople, rule: mailOfRules, client: mailOfPrograms };
  // A service of the release before refuses what it does not know.
  const ofMentions = mentionsPassMute === null ? {} : { mentionsPassMute };
  await client.setPreference({ params: { cloudId: site }, body: { receipts, notices, ...ofMentions } });
  return {};
}
