import type { Choices } from '../../definitions';
import type { SiteAsker } from '../shared/asker';

/** All of the asker's choices at once. */
export async function savePreferences(
  { client, site }: SiteAsker,
  { choices }: { readonly choices: Choices },
): Promise<object> {
  const { receipts, mentionsPassMute, enterSends, mailOfPeople, mailOfRules, mailOfPrograms } = choices;
  const notices = { person: mailOfPeople, rule: mailOfRules, client: mailOfPrograms };
  // A service of the release before refuses what it does not know.
  const ofMentions = mentionsPassMute === null ? {} : { mentionsPassMute };
  const ofEnter = enterSends === null ? {} : { enterSends };
  await client.setPreference({ params: { cloudId: site }, body: { receipts, notices, ...ofMentions, ...ofEnter } });
  return {};
}
