import type { ConversationClient } from '../client/conversation-client';

/** Everybody of whom the service keeps anything, page by page; accounts of people only, never programs. @throws ApiError */
export async function* listAccounts(client: ConversationClient, cloudId: string): AsyncGenerator<readonly string[]> {
  let cursor = '';
  do {
    const list = await client.AccountGetAllHandler({
      params: { cloudId },
      query: { limit: 75, ...(cursor === '' ? {} : { cursor }) },
    });
    const people = list.values.map(({ id }) => id).filter((id) => !id.startsWith('client:') && !id.startsWith('app:'));
    if (people.length > 0) yield people;
    cursor = list.cursor;
  } while (cursor !== '');
}
