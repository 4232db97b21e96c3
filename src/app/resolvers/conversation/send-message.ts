import { findMentions } from '../../../document/find-mentions';
import { isConsentRequest } from '../../client/recognise-failure';
import type { ShownMessage, Told } from '../../definitions';
import { checkWriting } from '../../policy/check-writing';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import { type Given, sourceOf, takeBody } from '../../writing/compose-body';
import { saveDraft } from '../drafts/keep-draft';
import { hideMentions } from '../people/hide-mentions';
import { personOf } from '../people/person-of';
import type { SiteAsker } from '../shared/asker';
import { findPlace } from '../shared/find-place';
import type { Beginning, DirectPlace, Place } from '../shared/read-address';
import { tellOthers } from './tell-others';
import { toSentMessage } from './to-sent-message';

interface Ask extends Given {
  readonly key: string;
  /** The revision of the asker's draft that goes with it. */
  readonly draft: string | null;
  /** Whether the asker waits for an answer. */
  readonly isQuestion: boolean | null;
}

/**
 * Sends what was written into a conversation, once policy allows it; answers the message as it now stands. Beside an
 * issue it is about that one; elsewhere policy says what it is about. The first one to somebody makes their conversation.
 */
export async function sendMessage(
  asker: SiteAsker,
  named: Place | DirectPlace,
  { key, draft, isQuestion, ...given }: Ask,
): Promise<{ message: ShownMessage } & Told> {
  const { accountId, site } = asker;
  const body = takeBody(given);
  const at = await findPlace(asker, named);
  const permit = await checkPlace(asker, at).catch(async (error: unknown) => {
    // The platform's prompt takes the view's place: what was written stands there again once the view is drawn anew.
    if (isConsentRequest(error)) await keepQuietly(asker, at, { message: null, revision: draft, ...given });
    throw error;
  });
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const issue = permit.issue && { id: permit.issue.id, key: permit.issue.key };
  const recipient = permit.recipient?.id ?? null;
  const content = { body, ...(issue === null ? {} : { issue }), origin: { kind: 'person', label: null } } as const;
  // In a group nobody in particular is asked.
  const asks = isQuestion === true && recipient !== null;
  const query = { ...(draft === null ? {} : { draft }), ...(asks ? { question: true } : {}) };
  // As it was named: a first send whose answer was lost is the same request again, though there is a conversation by then.
  const post =
    named.kind !== 'conversation'
      ? asker.client.sendDirectMessage({ params: { cloudId: site, userId: named.userId }, query, body: content, key })
      : asker.client.sendMessage({
          params: { cloudId: site, conversationId: named.conversationId },
          query,
          body: content,
          key,
        });
  const { id } = await explainRefusal(post, recipient === null ? { conflict: 'group_archived' } : {});
  const members = recipient === null && 'members' in permit ? permit.members : [recipient];
  const mentioned = findMentions(body).filter((it) => it !== accountId && members.includes(it));
  await tellOthers(asker, at, { messageId: id, recipient, issue, mailClosed: permit.mailClosed, mentioned });
  const shown =
    at.kind === 'person'
      ? { sender: null, issue: null }
      : { sender: personOf(accountId), issue: issue && { ...issue, summary: permit.issue?.summary ?? null } };
  const message = toSentMessage({
    id,
    body: hideMentions(body),
    source: sourceOf(given, body),
    awaitsAnswer: asks,
    ...shown,
  });
  return { message, mailClosed: permit.mailClosed };
}

/** That it cannot be kept must not stand in the way of the prompt. */
async function keepQuietly(...draft: Parameters<typeof saveDraft>): Promise<void> {
  await saveDraft(...draft).catch(() => undefined);
}

function checkPlace({ accountId: sender, site, client }: SiteAsker, at: Place | Beginning) {
  if (at.kind === 'beginning') return checkWriting({ entry: 'inbox', sender, recipient: at.userId });
  if (at.kind === 'conversation') {
    return checkWriting({ entry: 'inbox', sender, conversationId: at.conversationId, site, client });
  }
  return checkWriting({ entry: 'panel', sender, recipient: at.userId, issueId: at.issueId, site, client });
}
