import { getAppContext } from '@forge/api';
import { features as known } from '../../../contract/features';
import type { SiteState } from '../../../contract/site-state';
import { ApiError } from '../../client/api-error';
import { hasFeature } from '../../client/has-feature';
import type { SiteHealth } from '../../definitions';
import { countMails } from '../../notices/count-mails';
import { tryRealtime } from '../../notices/live/probe-realtime';
import { loadBackgroundPoints } from '../../storage/background-points';
import type { SiteAsker } from '../shared/asker';
import { appClient } from './ask-as-app';

/**
 * How mails, the service, Realtime and the points of the hour are doing. A service that does not answer is the connection
 * test's to explain. @throws StorageError
 */
export async function describeHealth({
  accountId,
  site,
}: Pick<SiteAsker, 'accountId' | 'site'>): Promise<{ health: SiteHealth }> {
  const [mails, points, service, realtime] = await Promise.all([
    countMails(Date.now()),
    loadBackgroundPoints(),
    describeService(site),
    tryRealtime(accountId),
  ]);
  return { health: { mails, points, service, realtime, appVersion: readAppVersion() } };
}

async function describeService(site: string): Promise<SiteHealth['service']> {
  const params = { cloudId: site };
  const client = appClient();
  try {
    const [health, seen] = await Promise.all([
      client.getHealth({ params }),
      readState(() => client.getSiteState({ params })),
    ]);
    const missing = known.filter((feature) => !hasFeature(health, feature));
    return { version: health.version, features: health.features ?? [], missing, ...seen };
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

type Seen = Pick<NonNullable<SiteHealth['service']>, 'clockAhead' | 'certificate'>;

/** The service's clock against that of the machine that runs this function, in the middle of the way there and back. */
async function readState(ask: () => Promise<SiteState>): Promise<Seen> {
  const asked = Date.now();
  try {
    const { now, certificate } = await ask();
    const clockAhead = Math.round(Date.parse(now) - (asked + Date.now()) / 2);
    return { clockAhead, certificate: certificate && { host: certificate.host, ends: certificate.ends } };
  } catch (error) {
    // A service of the release before does not say.
    if (error instanceof ApiError) return { clockAhead: null, certificate: null };
    throw error;
  }
}

function readAppVersion(): string | null {
  try {
    const { appVersion } = getAppContext();
    return typeof appVersion === 'string' ? appVersion : null;
  } catch {
    return null;
  }
}
