import type { PanelThread } from '../../definitions';
import { findIssue } from '../../jira/find-issue';
import { checkWriting } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import { personOf } from '../people/person-of';
import type { Asker } from '../shared/asker';
import { readUserId } from '../shared/read-payload';
import { readMessages } from './read-messages';
import { toThread } from './to-thread';

/**
 * The thread with someone whom a search offered, with why one may not write to them. Creates nothing.
 * @throws ProblemError `recipient_self`; JiraError when the asker does not see the issue; ApiError; StorageError
 */
export async function startThread(asker: Asker, ask: { with: string }): Promise<{ thread: PanelThread }> {
  const recipient = readUserId(ask.with);
  const { accountId, issueId, site, client } = asker;
  // The service refuses to look for a conversation with oneself.
  if (recipient === accountId) throw new ProblemError({ code: 'recipient_self' });
  const [permit, messages, { values }] = await Promise.all([
    checkWriting({ entry: 'panel', sender: accountId, recipient, issueId, site, client }),
    readMessages(asker, recipient),
    client.listConversations({
      params: { cloudId: site },
      query: { user: [recipient], expand: 'activity', 'include-archived': true, limit: 1 },
    }),
  ]);
  const [issue, people] = await Promise.all([
    permit.allowed ? permit.issue : findIssue(issueId),
    lookUpPeople({ people: [recipient], mentioned: findMentions(messages.values.map(({ body }) => body)) }),
  ]);
  const facts = { accountId, issue, person: personOf(recipient, people), conversation: values[0] ?? null, messages };
  return { thread: toThread({ ...facts, people, refusal: permit.allowed ? null : permit.refusal }) };
}
