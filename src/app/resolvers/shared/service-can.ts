import type { Feature } from '../../../contract/features';
import { createConversationClient } from '../../client/conversation-client';
import { forgeFetchAsApp } from '../../client/forge-fetch';
import { hasFeature } from '../../client/has-feature';

/** Whether the service of this site can do this. Only the app itself may ask it. @throws ApiError */
export async function serviceCan(cloudId: string, feature: Feature): Promise<boolean> {
  const app = createConversationClient({ fetch: forgeFetchAsApp() });
  return hasFeature(await app.getHealth({ params: { cloudId } }), feature);
}
