import type { IncomingHttpHeaders } from 'node:http';
import { refuseField } from '../../errors/app-error';

/**
 * Refuses a body where none is taken. The body of a GET is never read, and only its length tells of it: proxies announce
 * chunks also where none follow.
 * @throws AppError `invalid_request`
 */
export function refuseBody(headers: IncomingHttpHeaders, raw: Uint8Array | undefined): void {
  const length = raw?.length ?? Number(headers['content-length'] ?? 0);
  if (length > 0) throw refuseField('body', 'must be empty: this operation takes none');
}
