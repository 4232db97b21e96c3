import { explainRefusal } from '../../problems/explain-refusal';
import type { SiteAsker } from '../shared/asker';
import { readConversationId } from '../shared/read-payload';
import { parseGroupFields } from './parse-group-fields';

interface Ask {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly privacy: 'public' | 'private';
}

/** What a group is called and who may read it; its owner says so. */
export async function changeGroup({ client, site }: SiteAsker, ask: Ask): Promise<object> {
  const conversationId = readConversationId(ask.id);
  const request = { params: { cloudId: site, conversationId }, body: parseGroupFields(ask) };
  await explainRefusal(client.changeConversation(request), { forbidden: 'not_owner' });
  return {};
}
