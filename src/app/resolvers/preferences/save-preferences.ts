import type { Choices } from '../../definitions';
import type { SiteAsker } from '../shared/asker';

/** All of the asker's choices at once. */
export async function savePreferences(
  { client, site }: SiteAsker,
  { choices: { receipts, mailOfPeople, mailOfRules, mailOfPrograms } }: { readonly choices: Choices },
): Promise<object> {
  const notices = { person: mailOfPeople, rule: mailOfRules, client: mailOfPrograms };
  await client.setPreference({ params: { cloudId: site }, body: { receipts, notices } });
  return {};
}
