import type { PanelThread } from '../../definitions';
import { findIssue } from '../../jira/find-issue';
import { checkWriting } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { findDirect } from './find-direct';
import { readMessages } from './read-messages';
import { toThread } from './to-thread';

/**
 * What was written with someone about the issue, with why one may not write to them. Creates nothing.
 * @throws ProblemError `recipient_self`; JiraError when the asker does not see the issue; ApiError; StorageError
 */
export async function openBesideIssue(asker: SiteAsker, at: Extract<Place, { kind: 'person' }>): Promise<PanelThread> {
  const { accountId, site, client } = asker;
  const { userId: recipient, issueId } = at;
  // The service refuses to look for a conversation with oneself.
  if (recipient === accountId) throw new ProblemError({ code: 'recipient_self' });
  const [permit, messages, conversation] = await Promise.all([
    checkWriting({ entry: 'panel', sender: accountId, recipient, issueId, site, client }),
    readMessages(asker, at),
    findDirect(asker, recipient),
  ]);
  const [issue, people] = await Promise.all([
    permit.allowed ? permit.issue : findIssue(issueId),
    lookUpPeople({ people: [recipient], mentioned: findMentions(messages.values.map(({ body }) => body)) }),
  ]);
  const refusal = permit.allowed ? null : permit.refusal;
  const thread = { accountId, issue, person: personOf(recipient, people), conversation, messages, people, refusal };
  return { ...toThread(thread), mailClosed: permit.allowed ? permit.mailClosed : null };
}
