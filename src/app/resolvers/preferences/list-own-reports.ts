import { ApiError } from '../../client/api-error';
import type { OwnReport } from '../../definitions';
import type { SiteAsker } from '../shared/asker';

const pageSize = 25;

/** The asker's own reports. A service of the release before has none, and does not know the address. @throws ApiError */
export async function listOwnReports({ client, site }: SiteAsker): Promise<{ reports: OwnReport[] | null }> {
  try {
    const { values } = await client.listOwnReports({ params: { cloudId: site }, query: { limit: pageSize } });
    return { reports: values.map(({ id, reason, reported: at, outcome }) => ({ id, reason, at, outcome })) };
  } catch (error) {
    if (error instanceof ApiError && error.error === 'not_found') return { reports: null };
    throw error;
  }
}
