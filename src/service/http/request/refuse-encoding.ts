import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../errors/app-error';

/**
 * Refuses a body that says it was encoded: it is read as it comes, and would mean something else.
 * https://www.rfc-editor.org/rfc/rfc9110#name-content-encoding
 * @throws AppError `unsupported_media_type`
 */
export function refuseEncoding({ 'content-encoding': encodings = '' }: IncomingHttpHeaders): void {
  const names = encodings.split(',').map((name) => name.trim().toLowerCase());
  if (names.every((name) => name === '' || name === 'identity')) return;
  throw new AppError('unsupported_media_type', 'The body is encoded in a way that this service does not take.', {
    details: [{ field: 'header.Content-Encoding', rule: 'must be identity, or not be sent' }],
  });
}
