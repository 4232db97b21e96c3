import type { ErrorDetail } from '../../contract/error-body';
import { AppError } from '../errors/app-error';

/**
 * One answer for every token that does not hold. Only of a genuine one, whose signature was verified, and of one whose
 * issuer is not set up here at all, does the answer say which check it failed: whoever sends it holds what Atlassian
 * signed, and an administrator has to know. Of all others that is for the log.
 */
export function refuseToken(cause?: unknown, reason?: ErrorDetail): AppError {
  const details = reason === undefined ? {} : { details: [reason] };
  return new AppError('unauthorized', 'A valid access token is needed.', { cause, ...details });
}
