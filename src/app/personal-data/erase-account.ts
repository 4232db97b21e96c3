import type { ConversationClient } from '../client/conversation-client';

/**
 * Takes away for good what this account wrote, however many calls that takes; the service goes on where it stopped when
 * it is asked again next week.
 * @param end when no other call is begun, in milliseconds since the epoch
 * @throws ApiError
 */
export async function eraseAccount(
  client: ConversationClient,
  cloudId: string,
  accountId: string,
  end: number,
): Promise<void> {
  while (Date.now() < end) {
    const { isFinished } = await client.eraseAccount({ params: { cloudId, userId: accountId } });
    if (isFinished) return;
  }
  console.warn('An erase is not finished; it goes on with the next report');
}
