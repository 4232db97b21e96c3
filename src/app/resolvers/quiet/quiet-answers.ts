import { largestAwayQuestion, longestAwayWord } from '../../../patterns/patterns';
import type { Absence, QuietHours } from '../../definitions';
import {
  aFlag,
  anAccount,
  anObject,
  aTextOf,
  aTime,
  aTimeOfDay,
  aWeekday,
  listOf,
  orNothing,
  orNull,
} from '../payload/kinds';
import { answerOnSite } from '../shared/answer';
import type { SiteAsker } from '../shared/asker';
import { listAway } from './list-away';

/** Longer than the name of any zone. */
const longestZone = 160;

const quiet = orNull(
  anObject<QuietHours>({ zone: aTextOf(longestZone), days: listOf(aWeekday, 7), from: aTimeOfDay, until: aTimeOfDay }),
);
/** A word is counted by the service, in characters; one of them is two of these at most. */
const away = orNull(
  anObject<Absence>({ from: aTime, until: aTime, word: aTextOf(2 * longestAwayWord), substitute: orNull(anAccount) }),
);

/** Who is away, and when one is told of nothing. */
export const quietAnswers = {
  away: answerOnSite({ people: listOf(anAccount, largestAwayQuestion), begins: orNothing(aFlag) }, listAway),
  quietSave: answerOnSite({ quiet }, save),
  awaySave: answerOnSite({ away }, save),
};

/** What is named, and nothing else. @throws ApiError `invalid_request` names what the service does not take */
async function save(
  { client, site }: SiteAsker,
  change: { readonly quiet: QuietHours | null } | { readonly away: Absence | null },
): Promise<object> {
  const body =
    'quiet' in change ? { quiet: change.quiet && { ...change.quiet, days: [...change.quiet.days] } } : change;
  await client.setPreference({ params: { cloudId: site }, body });
  return {};
}
