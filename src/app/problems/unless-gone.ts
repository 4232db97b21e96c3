import { ApiError } from '../client/api-error';

/**
 * A deletion that has happened already, perhaps by a first try whose answer was lost, is no failure: what was asked for
 * is so. @returns whether something was deleted now
 * @throws all else
 */
export async function unlessGone(deletion: Promise<unknown>): Promise<boolean> {
  try {
    await deletion;
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.error === 'not_found') return false;
    throw error;
  }
}
