import { privacy } from '@forge/api';
import { type ConversationClient, createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import { identifyOwnSite } from '../site/identify-own-site';
import { forgetReceivers } from '../storage/delivery-receivers';
import { dropHeldSince } from '../storage/held-since';
import { eraseAccount } from './erase-account';
import { listKnown, listLogged } from './list-accounts';
import { keepReportPlace, loadReportPlace, type ReportPlace } from './report-place';

/** The manifest gives 900 seconds; what has begun by then may take a call to its end. */
const budget = 780_000;
/** A round a week, and half a day less, since the days of a schedule are not of one length to the second. */
const roundMs = 6.5 * 86_400_000;

interface Report {
  readonly client: ConversationClient;
  readonly cloudId: string;
  /** When nothing new is begun, in milliseconds since the epoch. */
  readonly end: number;
  readonly reported: Set<string>;
  readonly failures: unknown[];
}

/**
 * Daily, so that everybody is reported every seven days, as Atlassian asks of every app that keeps account ids: those that
 * the service and the delivery log keep; takes away what people wrote, and their lines, whose accounts are closed. A run
 * whose time is over keeps its place, and the next one goes on there; a round that is over is begun anew after a week. A
 * page has 75 accounts, below the 90 that one report may hold; the SDK would send more than that all at once.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 * @throws AggregateError of whatever failed, once all else is done or the time is over
 */
export async function personalData(_event: unknown, context: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const cloudId = identifyOwnSite(context);
  if (cloudId === null) throw new Error('The platform does not say for which site this runs');
  const now = Date.now();
  const known = await loadReportPlace();
  const isOver = known === null || known.next === null;
  if (isOver && now - (known?.begunAt ?? 0) < roundMs) return;
  const begun: Round = isOver ? { begunAt: now, next: { list: 'active', cursor: '' } } : { ...known, next: known.next };
  const client = createConversationClient({ fetch: forgeFetchAsApp(), timeout: 30_000 });
  const report: Report = { client, cloudId, end: now + budget, reported: new Set(), failures: [] };
  if (isOver) await tryAll(report, () => reportLogged(report));
  await tryAll(report, () => reportKnown(report, begun));
  const { failures } = report;
  if (failures.length > 0) throw new AggregateError(failures, describe(failures));
}

interface Round extends ReportPlace {
  readonly next: NonNullable<ReportPlace['next']>;
}

async function tryAll({ failures }: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(new ListError(error));
  }
}

async function reportLogged(report: Report): Promise<void> {
  for await (const people of listLogged()) await reportNew(report, people);
}

/** Those who wrote or read first. Where these do not come, everybody is reported all the same. */
async function reportKnown(report: Report, round: Round): Promise<void> {
  const { begunAt, next } = round;
  if (next.list === 'active') {
    const goesOn = await reportList(report, round).catch(async (error: unknown) => {
      report.failures.push(new ListError(error));
      return true;
    });
    if (!goesOn) return;
  }
  const cursor = next.list === 'all' ? next.cursor : '';
  await reportList(report, { begunAt, next: { list: 'all', cursor } });
}

/**
 * The place is kept behind each page, so that a run that the platform ends loses one of them.
 * @returns false where the time was over before the end
 */
async function reportList(report: Report, { begunAt, next: { list, cursor: from } }: Round): Promise<boolean> {
  const after = list === 'active' ? ({ list: 'all', cursor: '' } as const) : null;
  for await (const { people, cursor } of listKnown(report.client, report.cloudId, list, from)) {
    await reportNew(report, people);
    await keepReportPlace({ begunAt, next: cursor === '' ? after : { list, cursor } });
    const isTheEnd = cursor === '' && after === null;
    if (Date.now() > report.end && !isTheEnd) return false;
  }
  return true;
}

async function reportNew(report: Report, people: readonly string[]): Promise<void> {
  const { reported, failures } = report;
  const accounts = people.filter((id) => !reported.has(id));
  for (const id of accounts) reported.add(id);
  await reportPage(report, accounts).catch((error: unknown) => failures.push(error));
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
  for (const accountId of closed) {
    await dropHeldSince(accountId);
    await eraseAccount(client, cloudId, accountId, end);
  }
}
