import type { InvocationError } from '@forge/events';
import { ApiError } from '../../client/api-error';
import { StorageError } from '../../storage/storage-error';
import { chooseWait, comeBackIn } from './choose-wait';

type Told = { readonly outcome: 'later'; readonly seconds: number | null } | { readonly outcome: 'mailed' | 'spared' };

/**
 * Tells what the queue brought, and has it brought again where that fails for now, less and less often: undefined where it
 * is not to come again.
 * @param tries how often it was tried so far, 1 or more
 * @param isLeft whether something else comes back to it after such a failure
 */
export async function tellOrComeBack(
  tries: number,
  tell: () => Promise<Told>,
  isLeft: (error: ApiError | StorageError) => boolean = () => false,
): Promise<InvocationError | undefined> {
  try {
    const told = await tell();
    return told.outcome === 'later' ? comeBackIn(chooseWait('notice', told.seconds, tries)) : undefined;
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof StorageError)) throw error;
    if (isLeft(error)) return undefined;
    return comeBackIn(chooseWait('notice', error instanceof ApiError ? error.retryAfter : null, tries));
  }
}
