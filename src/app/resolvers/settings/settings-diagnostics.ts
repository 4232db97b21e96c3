import { getAppContext } from '@forge/api';
import { ApiError } from '../../client/api-error';
import { readPoints } from '../../jira/read-points';
import { tryRealtime } from '../../notices/live/probe-realtime';
import { listContexts } from '../../site/list-contexts';
import type { SiteAsker } from '../shared/asker';
import { appClient } from './ask-as-app';
import { failureCode } from './settings-failure-code';
import { askQueueForRealtime } from './settings-queue-probe';

interface Line {
  readonly name: string;
  readonly value: string;
}

type Context = Readonly<Record<string, unknown>>;

/** Of the platform's description of the app. None of them is a secret, and none names a person. */
const shown = ['appAri', 'appVersion', 'environmentAri', 'environmentType', 'installationAri', 'moduleKey'] as const;

/**
 * Names and values that help to find a fault. Of what the platform passes only the names, since the values can be
 * tokens or people; of the app and its installation what they are called; the claims of a token as the service received
 * it, redacted there; what is left of Jira's points; and what Realtime says to a hint.
 */
export async function describeDiagnostics(
  { accountId, site }: Pick<SiteAsker, 'accountId' | 'site'>,
  context: Context,
): Promise<{ lines: Line[] }> {
  const app = readApp();
  const [claims, realtime, queued] = await Promise.all([
    listClaims(site),
    tryRealtime(accountId),
    askQueueForRealtime(accountId),
  ]);
  // By itself: what the others ask of Jira is not to be counted with it.
  const points = await tellPoints(accountId);
  return {
    lines: [
      { name: 'context', value: Object.keys(context).sort().join(', ') },
      { name: 'context.installContext', value: write(context['installContext']) },
      ...shown.map((name) => ({ name: `app.${name}`, value: write(app[name]) })),
      { name: 'app.installation.contexts', value: writeContexts(app['installation'] ?? context['installation']) },
      ...claims,
      { name: 'jira.points', value: points },
      { name: 'realtime.publish', value: realtime },
      { name: 'realtime.publishFromQueue', value: queued },
    ],
  };
}

/** What the service does not show of a claim is left out there: it never leaves the service. */
async function listClaims(site: string): Promise<Line[]> {
  try {
    const { claims } = await appClient().getHealth({ params: { cloudId: site } });
    return claims.map(({ name, value }) => ({ name: `token.${name}`, value: value ?? '(not shown)' }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return [{ name: 'token', value: `not known: ${failureCode(error)}` }];
  }
}

/** What is left of the hour's points, and what asking for one person took of them, while others may ask too. */
async function tellPoints(accountId: string): Promise<string> {
  try {
    const [before, after] = await readPoints(accountId);
    if (before.left === null || after.left === null) return 'not told by Jira';
    const took = Number(before.left) - Number(after.left);
    return `${after.left} of ${after.limit ?? 'an unknown number'} left; asking for one person took ${took}`;
  } catch {
    return 'not known: Jira does not answer';
  }
}

function readApp(): Readonly<Record<string, unknown>> {
  try {
    return { ...getAppContext() };
  } catch {
    return {};
  }
}

function writeContexts(installation: unknown): string {
  const contexts = listContexts(installation);
  if (contexts === null) return write(undefined);
  return contexts.map(({ product, cloudId }) => `${write(product)}: ${write(cloudId)}`).join(', ');
}

function write(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) return String(value);
  return value === undefined || value === null ? 'not given' : String(value);
}
