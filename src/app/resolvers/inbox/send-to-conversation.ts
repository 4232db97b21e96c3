import { checkWriting } from '../../policy/check-writing';
import type { SiteAsker } from '../asker';
import { composeBody } from '../compose-body';
import type { InboxMessage } from '../definitions';
import { explainRefusal } from '../explain-refusal';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople } from '../people/look-up-people';
import { nameMentions } from '../people/name-mentions';
import { personOf } from '../people/person-of';
import { ProblemError } from '../problem-error';
import { readConversationId, readKey } from '../read-payload';
import { toSentMessage } from '../to-sent-message';
import { findLastIssue } from './find-last-issue';
import { tellMembers } from './tell-members';

interface Ask {
  readonly id: string;
  readonly text: string;
  readonly key: string;
}

/** Writes on in a conversation, once policy allows it; answers the message as it now stands. It is about no issue. */
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
  const post = client.ConversationMessagePostHandler({
    params: { cloudId: site, conversationId },
    body: { body, origin: { kind: 'person', label: null } },
    key,
  });
  const isGroup = permit.recipient === null;
  const [{ id }, issue] = await Promise.all([
    explainRefusal(post, isGroup ? { conflict: 'group_archived' } : {}),
    isGroup ? null : findLastIssue(asker, conversationId),
  ]);
  await tellMembers(asker, { conversationId, messageId: id, recipient: permit.recipient?.id ?? null, issue });
  const message = toSentMessage(id, nameMentions(body, people), ask.text);
  return { message: { ...message, sender: personOf(accountId, people), issue: null } };
}
