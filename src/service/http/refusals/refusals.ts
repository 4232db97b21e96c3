import type { ErrorBody } from '../../../contract/error-body';
import { errorStatus } from '../../../contract/errors';
import { AppError } from '../../errors/app-error';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { bodyLimit } from '../request/body-limit';

/** A refusal as it goes over the wire. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ErrorBody;
}

/** Translates whatever was thrown, once, at the border. What nobody foresaw tells nothing but the request's id. */
export function describeRefusal(thrown: unknown, requestId: string): Refusal {
  const error = translate(thrown);
  const status = errorStatus[error.code];
  const headers: Record<string, string> = {};
  if (error.retryAfter !== undefined) headers['Retry-After'] = String(error.retryAfter);
  // RFC 6750 section 3: a 401 names the scheme, and says when it is the scope that is missing.
  if (status === 401) {
    headers['WWW-Authenticate'] = error.code === 'scope_missing' ? 'Bearer error="insufficient_scope"' : 'Bearer';
  }
  const body = { statusCode: status, code: status, error: error.code, message: error.message, requestId };
  return { status, headers, body: error.details ? { ...body, details: [...error.details] } : body };
}

const absences: Readonly<Record<StoreUnavailable['reason'], string>> = {
  away: 'Messages cannot be read or kept at the moment.',
  slow: 'The store took too long for this request and cut it off. The step that it was at changed nothing.',
  full: 'More messages wait to be kept than may at once. This one was not taken.',
};

function translate(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof StoreUnavailable) {
    return new AppError('unavailable', absences[thrown.reason], { retryAfter: 1 });
  }
  return translateFrameworkError(thrown) ?? new AppError('internal', 'Something went wrong on our side.');
}

/** Fastify's own refusals carry a status and a code that begins with FST_. https://fastify.dev/docs/latest/Reference/Errors/ */
function translateFrameworkError(thrown: unknown): AppError | null {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || !('code' in thrown)) return null;
  const { statusCode, code } = thrown;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return null;
  if (statusCode === 413) {
    const details = [{ field: 'body', rule: `must be at most ${bodyLimit} bytes` }];
    return new AppError('too_large', 'The body is too large.', { details });
  }
  if (statusCode === 415) {
    return new AppError('unsupported_media_type', 'The Content-Type of the body cannot be read.', {
      details: [{ field: 'header.Content-Type', rule: 'must be a media type' }],
    });
  }
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return new AppError('invalid_request', 'The path cannot be read.', {
      details: [{ field: 'path', rule: 'must be well percent-encoded, each part at most 512 characters' }],
    });
  }
  return new AppError('invalid_request', 'The request cannot be read.', {
    details: [{ field: 'request', rule: 'must be HTTP' }],
  });
}

/** The answer to a path, or a method on it, that is not of this service. */
export function refuseUnknownRoute(): AppError {
  return new AppError('not_found', 'There is nothing at this path for this method.');
}
