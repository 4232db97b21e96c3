import type { SiteData } from '../../definitions';
import { appClient, askNewer } from './ask-as-app';

/** What is kept and for which programs. @throws ApiError; ProblemError `service_older` */
export async function describeData(site: string): Promise<{ data: SiteData }> {
  const [client, params] = [appClient(), { cloudId: site }];
  const asked = Promise.all([client.getSiteState({ params }), client.listClients({ params })]);
  const [{ retentionDays, purged }, { values }] = await askNewer(asked);
  const clients = values.map(({ id, name, scopes, created, revoked, used }) => {
    const mayManage = scopes.includes('manage:conversation');
    return { id, name, mayManage, madeAt: created, revokedAt: revoked, usedAt: used };
  });
  return { data: { retentionDays, purgedAt: purged, clients } };
}
