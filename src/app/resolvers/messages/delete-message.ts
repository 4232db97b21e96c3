import type { Message } from '../../../contract/resources';
import { ApiError } from '../../client/api-error';

interface Deletion {
  readonly deletedAt: string;
  /** Whether this is what deleted it. */
  readonly isNew: boolean;
}

interface Deleting {
  readonly accountId: string;
  readonly delete: () => Promise<unknown>;
  /** Null where there is no such message. */
  readonly find: () => Promise<Message | null>;
}

/**
 * Deletes the asker's own message. That it was deleted already, perhaps by a first try whose answer was lost, is no
 * failure: what was asked for is so.
 * @throws ApiError `not_found` where the asker never had such a message, and all else
 */
export async function deleteMessage(deleting: Deleting): Promise<Deletion> {
  try {
    await deleting.delete();
    return { deletedAt: new Date().toISOString(), isNew: true };
  } catch (error) {
    if (!(error instanceof ApiError) || error.error !== 'not_found') throw error;
    const message = await deleting.find();
    const isOwn = message?.sender.id === deleting.accountId;
    if (!isOwn || message.deletedAt === null) throw error;
    return { deletedAt: message.deletedAt, isNew: false };
  }
}
