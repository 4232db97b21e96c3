import { privacy } from '@forge/api';
import { type ConversationClient, createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { readOwnSite } from '../notices/read-own-site';
import { eraseAccount } from './erase-account';
import { listAccounts } from './list-accounts';

/**
 * Weekly, as Atlassian asks of every app that keeps account ids: reports those that the service keeps, and takes away
 * what people wrote whose accounts are closed. A page of the service's has 75, below the 90 that one report may hold;
 * the SDK would send more than that all at once.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 * @throws ApiError, and whatever a report fails with, once all other pages are done; the next week begins anew
 */
export async function personalData(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { cloudId } = readOwnSite(context);
  const client = createConversationClient({ fetch: forgeFetchAsApp(), timeout: 30_000 });
  const failures: unknown[] = [];
  for await (const accounts of listAccounts(client, cloudId)) {
    try {
      await reportPage(client, cloudId, accounts);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} pages of accounts were not reported`);
}

async function reportPage(client: ConversationClient, cloudId: string, accounts: readonly string[]): Promise<void> {
  // Names are read from Jira each time that they are shown, so that what is kept of an account is never out of date.
  const updatedAt = new Date().toISOString();
  const answers = await privacy.reportPersonalData(accounts.map((accountId) => ({ accountId, updatedAt })));
  for (const { accountId, status } of answers) {
    if (status === 'closed') await eraseAccount(client, cloudId, accountId);
  }
}
