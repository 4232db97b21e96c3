import type { ConversationClient } from '../client/conversation-client';

/** An end to what one run asks for; the service goes on where it stopped when it is asked again next week. */
const mostCalls = 1_000;

/** Takes away for good what this account wrote, however many calls that takes. @throws ApiError */
export async function eraseAccount(client: ConversationClient, cloudId: string, accountId: string): Promise<void> {
  for (let call = 0; call < mostCalls; call += 1) {
    const { isFinished } = await client.AccountErasePostHandler({ params: { cloudId, userId: accountId } });
    if (isFinished) return;
  }
  console.warn('An erase is not finished; it goes on with the next report');
}
