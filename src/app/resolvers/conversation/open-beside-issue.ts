import type { PanelThread } from '../../definitions';
import { checkWriting } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { findDirect } from '../shared/find-direct';
import type { Place } from '../shared/read-address';
import { readMessages } from './read-messages';
import { toThread } from './to-thread';

/**
 * Where someone starts to write to somebody about the issue: what was written between the two, why one may not write to
 * them, and why no mail would tell of it. Creates nothing.
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
    findDirect(asker, recipient, issueId),
  ]);
  const refusal = permit.allowed ? null : permit.refusal;
  // Without a conversation no list tells of a draft: the view asks for it.
  const hasDraft = conversation === null ? null : (conversation.hasDraft ?? false);
  const known = toThread({ accountId, person: personOf(recipient), conversation, messages, refusal });
  const thread = { ...known, hasDraft };
  if (!permit.allowed) return thread;
  const { issue, mailClosed } = permit;
  return {
    ...thread,
    isAssignee: recipient === issue.assignee?.id,
    isReporter: recipient === issue.reporter?.id,
    mailClosed,
  };
}
