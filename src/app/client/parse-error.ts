import type { ErrorDetail } from '../../contract/error-body';
import { errorStatus } from '../../contract/errors';
import { ApiError, type ApiErrorWord } from './api-error';
import type { ApiResponse } from './api-fetch';
import { parseJson } from './parse-json';
import { parseRetryAfter } from './parse-retry-after';

const awayStatus = new Set([502, 503, 504]);

/** The refusal that this answer carries. A machine between us and the service answers in its own way, or in none. */
export function parseError(response: ApiResponse, text: string): ApiError {
  const { status } = response;
  const body = asRecord(parseJson(text));
  const details = {
    status,
    requestId: asText(body?.['requestId']),
    retryAfter: parseRetryAfter(response.headers),
    reasons: readReasons(body?.['details']),
  };
  const word = body?.['error'];
  if (typeof word === 'string' && Object.hasOwn(errorStatus, word)) {
    return new ApiError(word as ApiErrorWord, asText(body?.['message']) ?? word, details);
  }
  if (awayStatus.has(status)) return new ApiError('unreachable', `A gateway answered with status ${status}`, details);
  if (status === 401) return new ApiError('unauthorized', 'The caller was not accepted', details);
  if (status === 403) return new ApiError('forbidden', 'The call was refused', details);
  if (status === 429) return new ApiError('rate_limited', 'Too many calls', details);
  return new ApiError(
    'not_the_service',
    `An answer with status ${status} that is not of the conversation API`,
    details,
  );
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function readReasons(details: unknown): ErrorDetail[] {
  return (Array.isArray(details) ? details : []).flatMap((detail: unknown) => {
    const { field, rule } = asRecord(detail) ?? {};
    return typeof field === 'string' && typeof rule === 'string' ? [{ field, rule }] : [];
  });
}
