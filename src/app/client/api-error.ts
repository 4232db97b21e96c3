import type { ErrorDetail } from '../../contract/error-body';
import type { ErrorWord } from '../../contract/errors';

/**
 * Why a call has no result: a word of the contract where the service itself refused, else one of ours.
 * - `address_not_set`: no administrator has set and approved the address of the service yet.
 * - `unreachable`: no answer in time, or one from a machine in between (502, 503, 504 without our body).
 * - `not_the_service`: something answers at that address, but not as the conversation API does.
 */
export type ApiErrorWord = ErrorWord | 'address_not_set' | 'unreachable' | 'not_the_service';

export interface ApiErrorDetails {
  /** The HTTP status; null when there was no answer. */
  readonly status?: number | null;
  /** The service's id of the request, to find it in its log. */
  readonly requestId?: string | null;
  /** In seconds, from `Retry-After`. */
  readonly retryAfter?: number | null;
  /** Which fields broke which rules, as the service says. */
  readonly reasons?: readonly ErrorDetail[];
  readonly cause?: unknown;
}

/** The one error that the client throws, save for what the platform wants back untouched (its request for consent). */
export class ApiError extends Error {
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAfter: number | null;
  readonly reasons: readonly ErrorDetail[];

  constructor(
    readonly error: ApiErrorWord,
    message: string,
    { status = null, requestId = null, retryAfter = null, reasons = [], cause }: ApiErrorDetails = {},
  ) {
    super(message, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.reasons = reasons;
  }

  /** Which members of the request were refused, by their paths in it. */
  get fields(): readonly string[] {
    return this.reasons.map(({ field }) => field);
  }
}
