import { ApiError } from '../../client/api-error';
import type { ConnectionStep } from '../../definitions';
import { appClient } from './ask-as-app';
import { readTokenReason } from './read-token-reason';
import { failureCode } from './settings-failure-code';

const order = ['address', 'reach', 'identity', 'site', 'version'] as const;
type Step = (typeof order)[number];

/** At which step a call stands still when it fails so. */
const failedStep: Readonly<Record<ApiError['error'], Step>> = {
  address_not_set: 'address',
  unreachable: 'reach',
  not_the_service: 'reach',
  unavailable: 'reach',
  unauthorized: 'identity',
  scope_missing: 'identity',
  caller_not_function: 'identity',
  forbidden: 'site',
  blocked: 'version',
  not_found: 'version',
  conflict: 'version',
  invalid_request: 'version',
  too_large: 'version',
  unsupported_media_type: 'version',
  idempotency_mismatch: 'version',
  rate_limited: 'version',
  internal: 'version',
};

/**
 * Walks from Jira to the service and says how far it came: is an address set, does the service answer there, does it
 * know this app, does it serve this site, and which version is it. One call as the app, since the first thing that is
 * wrong is all that it can tell.
 * @throws the platform's wish for consent
 */
export async function testConnection(site: string): Promise<{ steps: ConnectionStep[] }> {
  const start = Date.now();
  try {
    const { version, store } = await appClient().getHealth({ params: { cloudId: site } });
    return { steps: walk(null, { reach: since(start), version: `${version} (${store})` }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const step = failedStep[error.error];
    return { steps: walk({ step, error }, step === 'address' ? {} : { reach: since(start) }) };
  }
}

function walk(
  failed: { readonly step: Step; readonly error: ApiError } | null,
  details: Readonly<Partial<Record<Step, string>>>,
): ConnectionStep[] {
  const end = failed === null ? order.length : order.indexOf(failed.step);
  const why =
    failed === null ? null : { code: failureCode(failed.error), reason: readTokenReason(failed.error.reasons) };
  return order.map((step, place) => {
    const outcome = place < end ? 'ok' : place === end ? 'failed' : 'not_tried';
    const said = outcome === 'failed' && why !== null ? why : { code: null, reason: null };
    return { step, outcome, ...said, detail: details[step] ?? null };
  });
}

function since(start: number): string {
  return `${Date.now() - start} ms`;
}
