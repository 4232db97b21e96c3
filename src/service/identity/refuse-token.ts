import { AppError } from '../errors/app-error';

/** One answer for every token that does not hold: which check it failed is for the log, not for who sent it. */
export function refuseToken(cause?: unknown): AppError {
  return new AppError('unauthorized', 'A valid access token is needed.', { cause });
}
