import { ApiError } from './api-error';

/** What Forge throws when it wants the person's consent first; it answers that error itself, with its own prompt. */
export function isConsentRequest(error: unknown): boolean {
  return nameOf(error) === 'NEEDS_AUTHENTICATION_ERR';
}

/**
 * What a fetch threw, as an error of ours. For a configurable remote whose address is not set, Atlassian documents
 * no error (October 2026), so every shape that it could take by the published @forge/api 8 and its egress rules counts:
 * an invalid remote, a host that is not allowed, and a proxy's code that says that much. The diagnostics show such an
 * error by its code where it has one, so that codes count as names do.
 */
export function recogniseFailure(error: unknown): ApiError {
  const name = nameOf(error);
  const codes = codesOf(error);
  const says = `${codes.join(' ')} ${error instanceof Error ? error.message : ''}`;
  if ([name, ...codes].some((word) => notSetNames.has(word)) || (name === 'PROXY_ERR' && notSetWords.test(says))) {
    return new ApiError('address_not_set', 'The address of the service is not set or not approved', { cause: error });
  }
  return new ApiError('unreachable', 'The service did not answer', { cause: error });
}

const notSetNames = new Set(['INVALID_REMOTE_ERR', 'REQUEST_EGRESS_ALLOWLIST_ERR']);
const notSetWords =
  /INVALID_REMOTE|EGRESS|ALLOW_?LIST|REMOTE_(NOT|MISSING|UNSET|UNCONFIGURED)|NOT_(CONFIGURED|SET)|(NO|MISSING|INVALID)_(REMOTE|ENDPOINT|BASE_?URL)/i;

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function codesOf(error: unknown): string[] {
  const { errorCode, code } = (error ?? {}) as { errorCode?: unknown; code?: unknown };
  return [errorCode, code].filter((word) => typeof word === 'string');
}
