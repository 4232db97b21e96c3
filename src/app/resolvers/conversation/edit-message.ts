import type { AdfDocument } from '../../../document/types';
import { checkEditing } from '../../policy/check-editing';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import { type Given, sourceOf, takeBody } from '../../writing/compose-body';
import { hideMentions } from '../people/hide-mentions';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { findConversationId } from './find-conversation-id';
import { hintOthers } from './hint-others';
import { tellMentioned } from './tell-mentioned';

interface Ask extends Given {
  readonly id: string;
  /** The revision of the asker's draft that goes with it. */
  readonly draft: string | null;
}

/**
 * Puts new words in the place of the asker's own message, where they could send them now: it is judged by the issue
 * that the message itself is about, wherever the view stands. That the message is theirs is the service's to decide.
 * The others' open views hear of it; nobody is told anew but whom it mentions now and did not before.
 */
export async function editMessage(
  asker: SiteAsker,
  at: Place,
  { id, draft, ...given }: Ask,
): Promise<{ body: AdfDocument; source: string | null; editedAt: string }> {
  const body = takeBody(given);
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const params = { cloudId: asker.site, conversationId, messageId: id };
  const before = await asker.client.getMessage({ params });
  const permit = await checkEditing(asker.accountId, before.issue?.id ?? null);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  // The one conflict of an edit.
  await explainRefusal(asker.client.editMessage({ params, query: draft === null ? {} : { draft }, body: { body } }), {
    conflict: 'group_archived',
  });
  await Promise.all([hintOthers(asker, at), tellMentioned(asker, before, body)]);
  return { body: hideMentions(body), source: sourceOf(given, body), editedAt: new Date().toISOString() };
}
