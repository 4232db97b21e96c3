import { ApiError } from '../../client/api-error';
import type { ReactionName } from '../../definitions';
import { checkEditing } from '../../policy/check-editing';
import { explainRefusal } from '../../problems/explain-refusal';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';
import type { Place } from '../shared/read-address';
import { serviceCan } from '../shared/service-can';
import { findConversationId } from './find-conversation-id';
import { hintOthers } from './hint-others';

interface Ask {
  readonly id: string;
  readonly name: ReactionName;
  /** Otherwise it is taken back. */
  readonly isGiven: boolean;
}

/**
 * Gives a message a quick answer where the asker could write about what it is about, or takes theirs back wherever they
 * see it. The others' open views hear of it; no mail tells of it.
 * @throws ProblemError `service_older` where the service knows no quick answers yet; ApiError, JiraError
 */
export async function reactToMessage(asker: SiteAsker, at: Place, { id, name, isGiven }: Ask): Promise<object> {
  await (isGiven ? give(asker, at, id, name) : takeBack(asker, at, id, name));
  await hintOthers(asker, at);
  return {};
}

async function give(asker: SiteAsker, at: Place, messageId: string, name: ReactionName): Promise<void> {
  const { client, site: cloudId } = asker;
  const conversationId = await findConversationId(asker, at);
  if (conversationId === null) throw new ProblemError({ code: 'gone' });
  const params = { cloudId, conversationId, messageId };
  const { issue } = await client.getMessage({ params });
  const permit = await checkEditing(asker.accountId, issue?.id ?? null);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  try {
    await explainRefusal(client.giveReaction({ params: { ...params, name } }), { conflict: 'group_archived' });
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'not_found';
    // The message is there: a service of the release before does not know the address.
    if (isUnknown && !(await serviceCan(cloudId, 'reactions'))) throw new ProblemError({ code: 'service_older' });
    throw error;
  }
}

async function takeBack({ client, site: cloudId }: SiteAsker, at: Place, messageId: string, name: ReactionName) {
  const message = { cloudId, messageId, name };
  if (at.kind === 'person') await client.takeDirectReactionBack({ params: { ...message, userId: at.userId } });
  else await client.takeReactionBack({ params: { ...message, conversationId: at.conversationId } });
}
