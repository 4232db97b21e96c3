import type { AuditList } from '../../../contract/people';
import type { AuditLine } from '../../definitions';
import type { Person } from '../../definitions/person';
import { personOf } from '../people/person-of';
import { appClient } from './ask-as-app';

const pageSize = 25;

/** What is about an account; the subject of all others is a client, a conversation or a report. */
const aboutPeople = new Set(['account-erase-begun', 'account-erased', 'exported']);
/** How the service names who is no account of Jira. */
const isNoAccount = /^(?:service$|(?:app|client|cli):)/;

/** A page of the audit, the newest first. Names are the view's to ask for. @throws ApiError */
export async function listAudit(site: string, cursor: string): Promise<{ records: AuditLine[]; cursor: string }> {
  const query = { sort: 'desc', limit: pageSize, ...(cursor !== '' && { cursor }) } as const;
  const page = await appClient().listAudit({ params: { cloudId: site }, query });
  return { records: page.values.map(show), cursor: page.cursor };
}

function show({ id, at, actor, action, subject, details }: AuditList['values'][number]): AuditLine {
  return {
    ...{ id, at, action },
    actor: isNoAccount.test(actor) ? actor : personOf(actor),
    subject: subject !== null && aboutPeople.has(action) ? nameSubject(subject) : subject,
    details: writeDetails(details),
  };
}

function nameSubject(subject: string): Person | string {
  return isNoAccount.test(subject) ? subject : personOf(subject);
}

function writeDetails(details: unknown): string {
  return Object.entries(Object(details) as Record<string, unknown>)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ');
}
