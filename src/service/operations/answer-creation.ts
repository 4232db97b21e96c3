import { idempotencyHeader } from '../../contract/operation';
import { refuseBlocked } from '../conversation/choices';
import type { Creation } from '../conversation/conversation-store';
import { AppError } from '../errors/app-error';

/** The answer to one more than a quota allows, where no count says for how long. */
export function refuseLimited(): AppError {
  return new AppError('rate_limited', 'request has been rate limited', { retryAfter: 60 });
}

/** What a creation answers: its value, and whether it was made by an earlier request under the same key. @throws AppError. */
export function answerCreation<Value>(creation: Creation<Value>): {
  readonly value: Value;
  readonly isReplayed: boolean;
} {
  if (creation.outcome === 'mismatch') {
    throw new AppError('idempotency_mismatch', 'This key was used before for another request.', {
      details: [{ field: `header.${idempotencyHeader}`, rule: 'must be new for each new request' }],
    });
  }
  if (creation.outcome === 'in-flight') {
    throw new AppError('conflict', 'The first request under this key is still being carried out.', { retryAfter: 1 });
  }
  if (creation.outcome === 'limited') {
    throw refuseLimited();
  }
  if (creation.outcome === 'blocked') throw refuseBlocked();
  // Its handler says why, where it can still find out; this is for what has changed back meanwhile.
  if (creation.outcome === 'refused') {
    throw new AppError('conflict', 'The conversation was changed at the same moment.', { retryAfter: 1 });
  }
  return { value: creation.value, isReplayed: creation.outcome === 'replayed' };
}
