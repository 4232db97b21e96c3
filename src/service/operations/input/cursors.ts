import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ListPosition } from '../../conversation/conversation-store';
import { refuseField } from '../../errors/app-error';

/** Cursors that only this service can make. `binding` is all that a cursor must not be carried over to another of. */
export interface Cursors {
  seal(position: ListPosition, binding: readonly unknown[]): string;
  /** @throws AppError `invalid_request` for one that was not sealed with the same binding. */
  open(cursor: string, binding: readonly unknown[]): ListPosition;
}

/** Cursors signed with the 32 random bytes of `secret`. What they hold, the caller has just read anyway, or is a moment: they are not encrypted. */
export function createCursors(secret: Uint8Array): Cursors {
  const sign = (payload: string, binding: readonly unknown[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([payload, ...binding]))
      .digest();
  return {
    seal(position, binding) {
      const payload = Buffer.from(JSON.stringify([position.key, position.id])).toString('base64url');
      return `${payload}.${sign(payload, binding).toString('base64url')}`;
    },
    open(cursor, binding) {
      const [payload = '', signature = ''] = cursor.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(payload, binding);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw refuseField('query.cursor', 'must be one that this list gave, with the same filters');
      }
      const [key, id]: [string, string] = JSON.parse(Buffer.from(payload, 'base64url').toString());
      return { key, id };
    },
  };
}
