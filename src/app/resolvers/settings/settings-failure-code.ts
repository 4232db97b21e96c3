import type { ApiError } from '../../client/api-error';

/**
 * The code of a failure as it came, for whoever looks for help: the service's word with its status, the platform's own
 * code, or the name of what was thrown. Never a message, which could carry an address or a token.
 */
export function failureCode({ error, status, cause }: ApiError): string {
  if (status !== null) return `${error} (HTTP ${status})`;
  const platform = platformCode(cause);
  return platform === null ? error : `${error} (${platform})`;
}

/** Codes are words; whatever is not stays here. */
function platformCode(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code = 'errorCode' in cause ? cause.errorCode : 'code' in cause ? cause.code : cause.name;
  return typeof code === 'string' && /^[A-Za-z0-9_.-]{1,80}$/.test(code) ? code : cause.name.slice(0, 80);
}
