import type { Choices } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import { readFlag } from '../shared/read-payload';

/** All of the asker's choices at once. */
export async function savePreferences({ client, site }: SiteAsker, ask: { choices: Choices }): Promise<object> {
  const { choices } = ask;
  if (typeof choices !== 'object' || choices === null) throw new ProblemError({ code: 'unexpected' });
  await client.setPreference({
    params: { cloudId: site },
    body: {
      receipts: readFlag(choices.receipts),
      notices: {
        person: readFlag(choices.mailOfPeople),
        rule: readFlag(choices.mailOfRules),
        client: readFlag(choices.mailOfPrograms),
      },
    },
  });
  return {};
}
