import type { InboxMessage } from '../../definitions';
import { checkWriting } from '../../policy/check-writing';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import { composeBody } from '../../writing/compose-body';
import { toSentMessage } from '../messages/to-sent-message';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import { nameMentions } from '../people/name-mentions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { readConversationId, readKey } from '../shared/read-payload';
import { findIssueToAnswer } from './find-issue-to-answer';
import { tellMembers } from './tell-members';

interface Ask {
  readonly id: string;
  readonly text: string;
  readonly key: string;
}

/**
 * Writes on in a conversation, once policy allows it; answers the message as it now stands. An answer to a person is
 * about the issue that the conversation was last about, a message in a group about none.
 */
export async function sendToConversation(asker: SiteAsker, ask: Ask): Promise<{ message: InboxMessage }> {
  const { accountId, site, client } = asker;
  const conversationId = readConversationId(ask.id);
  const key = readKey(ask.key);
  const body = composeBody(ask.text);
  const [permit, people] = await Promise.all([
    checkWriting({ entry: 'inbox', sender: accountId, conversationId, site, client }),
    lookUpPeople({ people: [accountId], mentioned: findMentions([body]) }),
  ]);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const recipient = permit.recipient?.id ?? null;
  const issue = recipient === null ? null : await findIssueToAnswer(asker, conversationId, recipient);
  const post = client.sendMessage({
    params: { cloudId: site, conversationId },
    body: { body, ...(issue === null ? {} : { issue }), origin: { kind: 'person', label: null } },
    key,
  });
  const { id } = await explainRefusal(post, recipient === null ? { conflict: 'group_archived' } : {});
  await tellMembers(asker, { conversationId, messageId: id, recipient, issue });
  const message = toSentMessage(id, nameMentions(body, people), ask.text);
  return { message: { ...message, sender: personOf(accountId, people), issue: issue && { ...issue, summary: null } } };
}
