import type { AwayPerson } from '../../definitions';
import { checkBeginning } from '../../policy/check-beginning';
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

/** Where a conversation goes on, or may begin, as its first send is judged. Where that cannot be asked the send says it. */
async function mayWriteTo(asker: SiteAsker, recipient: string): Promise<boolean> {
  try {
    if ((await findDirect(asker, recipient))?.lastMessage) return true;
    return (await checkBeginning({ entry: 'inbox', sender: asker.accountId, recipient })).allowed;
  } catch {
    return true;
  }
}
