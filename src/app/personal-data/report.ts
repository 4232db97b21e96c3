import { privacy } from '@forge/api';
import { type ConversationClient, createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { identifyOwnSite } from '../site/identify-own-site';
import { forgetReceivers } from '../storage/delivery-receivers';
import { eraseAccount } from './erase-account';
import { listKnown, listLogged } from './list-accounts';

/** The manifest gives 900 seconds; what has begun by then may take a call to its end. */
const budget = 780_000;

interface Report {
  readonly client: ConversationClient;
  readonly cloudId: string;
  /** When nothing new is begun, in milliseconds since the epoch. */
  readonly end: number;
  readonly reported: Set<string>;
  readonly failures: unknown[];
}

/**
 * Weekly, as Atlassian asks of every app that keeps account ids: reports those that the service and the delivery log
 * keep, and takes away what people wrote, and their lines, whose accounts are closed. A page has 75 accounts, below the
 * 90 that one report may hold; the SDK would send more than that all at once.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 * @throws AggregateError of whatever failed, once all else is done or the time is over; the next week begins anew
 */
export async function personalData(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const cloudId = identifyOwnSite(context);
  if (cloudId === null) throw new Error('The platform does not say for which site this runs');
  const client = createConversationClient({ fetch: forgeFetchAsApp(), timeout: 30_000 });
  const end = Date.now() + budget;
  const report: Report = { client, cloudId, end, reported: new Set(), failures: [] };
  await reportAll(report, listLogged());
  await reportAll(report, listKnown(client, cloudId, end));
  const { failures } = report;
  if (failures.length > 0) throw new AggregateError(failures, describe(failures));
}

async function reportAll(report: Report, pages: AsyncIterable<readonly string[]>): Promise<void> {
  const { reported, failures } = report;
  try {
    for await (const page of pages) {
      const accounts = page.filter((id) => !reported.has(id));
      for (const id of accounts) reported.add(id);
      await reportPage(report, accounts).catch((error: unknown) => failures.push(error));
    }
  } catch (error) {
    failures.push(new ListError(error));
  }
}

/** Not all accounts came to be known. */
class ListError extends Error {
  constructor(cause: unknown) {
    super('The list of accounts broke off', { cause });
    this.name = 'ListError';
  }
}

function describe(failures: readonly unknown[]): string {
  const pages = failures.filter((error) => !(error instanceof ListError)).length;
  const isWhole = pages === failures.length;
  return `${pages} pages of accounts were not reported${isWhole ? '' : ', and not all accounts were listed'}`;
}

async function reportPage({ client, cloudId, end }: Report, accounts: readonly string[]): Promise<void> {
  if (accounts.length === 0) return;
  // Names are read from Jira each time that they are shown, so that what is kept of an account is never out of date.
  const updatedAt = new Date().toISOString();
  const answers = await privacy.reportPersonalData(accounts.map((accountId) => ({ accountId, updatedAt })));
  const closed = answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
  await forgetReceivers(new Set(closed));
  for (const accountId of closed) await eraseAccount(client, cloudId, accountId, end);
}
