import { features as known } from '../../../contract/features';
import { ApiError } from '../../client/api-error';
import { createConversationClient } from '../../client/conversation-client';
import { forgeFetchAsApp } from '../../client/forge-fetch';
import { hasFeature } from '../../client/has-feature';
import type { SiteHealth } from '../../definitions';
import { countMails } from '../../notices/count-mails';

/** How mails and the service are doing. A service that does not answer is the connection test's to explain. @throws StorageError */
export async function describeHealth(site: string): Promise<{ health: SiteHealth }> {
  const [mails, service] = await Promise.all([countMails(Date.now()), describeService(site)]);
  return { health: { mails, service } };
}

async function describeService(site: string): Promise<SiteHealth['service']> {
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  try {
    const health = await client.getHealth({ params: { cloudId: site } });
    const missing = known.filter((feature) => !hasFeature(health, feature));
    return { version: health.version, features: health.features ?? [], missing };
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}
