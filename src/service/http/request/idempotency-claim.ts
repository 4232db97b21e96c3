import { createHash } from 'node:crypto';
import type { MediaType } from '../../../contract/operation';
import { idempotencyHeader } from '../../../contract/operation';
import { idempotencyKey, matchWhole } from '../../../patterns/patterns';
import type { IdempotencyClaim } from '../../conversation/conversation-store';
import { refuseField } from '../../errors/app-error';

const wholeKey = matchWhole(idempotencyKey);

/** What makes two requests the same one. */
export interface ClaimedRequest {
  readonly method: string;
  /** The operation's path with its parameters as read, so that `%3A` and `:` are the same. */
  readonly path: string;
  /** As read: what the operation ignores makes no other request, and neither do defaults that are spelled out. */
  readonly query: Readonly<Record<string, unknown>>;
  /** As read, so without parameters; null without a body. */
  readonly mediaType: MediaType | null;
  /** As it came. */
  readonly body: Uint8Array;
}

/** The claim that an `Idempotency-Key` makes; null without one. @throws AppError `invalid_request`. */
export function readClaim(key: string | undefined, request: ClaimedRequest): IdempotencyClaim | null {
  if (key === undefined) return null;
  if (!wholeKey.test(key)) {
    throw refuseField(`header.${idempotencyHeader}`, 'must be 1 to 128 visible ASCII characters');
  }
  const { method, path, query, mediaType, body } = request;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([method, path, query, mediaType]))
    .update(body);
  return { key, fingerprint: fingerprint.digest('hex') };
}
