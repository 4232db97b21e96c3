import { publishHints } from '../../notices/live/publish-hint';
import { ProblemError } from '../../problems/problem-error';
import type { Asker } from '../shared/asker';
import { serviceCan } from '../shared/service-can';
import { chooseNewMembers } from './choose-new-members';
import { nameBarred } from './name-barred';
import { requireFounding } from './require-founding';
import { trimGroupFields } from './trim-group-fields';

interface Ask {
  readonly name: string;
  readonly people: readonly string[];
  /** The asker's conversation with one of them; null where none goes on. */
  readonly follows: string | null;
  readonly key: string;
}

/**
 * A private group beside the issue, with all of these people or none of them, by a key that makes it once.
 * @throws ProblemError `not_added`, `service_older`, `payload_wrong` for nobody; JiraError `hidden` where the asker does not
 * see the issue; ApiError
 */
export async function foundBeside(asker: Asker, { people, follows, key, ...ask }: Ask): Promise<{ id: string }> {
  const { accountId, client, site, issueId } = asker;
  const fields = trimGroupFields({ ...ask, topic: '', privacy: 'private' });
  const issue = await requireFounding(accountId, issueId);
  const members = await chooseNewMembers(people, accountId);
  if (issue === null || members.length === 0) {
    throw new ProblemError({ code: 'payload_wrong', field: 'people', rule: 'somebody beside oneself' });
  }
  // One of the release before makes a public group of it that nobody is in.
  if (!(await serviceCan(site, 'groups-beside-issues'))) throw new ProblemError({ code: 'service_older' });
  const body = {
    ...fields,
    issue: { id: issue.id, key: issue.key },
    members,
    ...(follows === null ? {} : { follows }),
  };
  const { id } = await nameBarred(client.createConversation({ params: { cloudId: site }, body, key }), members);
  await publishHints(members, { conversationId: id, issueId });
  return { id };
}
