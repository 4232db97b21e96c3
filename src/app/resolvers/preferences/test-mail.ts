import type { TestMailAnswer } from '../../definitions';
import { findIssue } from '../../jira/find-issue';
import { sendTestMail } from '../../notices/send-test-mail';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from '../shared/asker';

/** As Jira writes a key; whatever else one types names no issue. */
const aKey = /^[A-Z][A-Z0-9_]*-[0-9]{1,18}$/;

/** A mail to the asker about an issue that they see. @throws JiraError `hidden` where they do not see it; StorageError */
export async function testMail(
  { accountId }: SiteAsker,
  { issue: named }: { readonly issue: string },
): Promise<TestMailAnswer> {
  const key = named.trim().toUpperCase();
  if (!aKey.test(key)) throw new ProblemError({ code: 'issue_hidden' });
  const issue = await findIssue(key);
  return { until: null, ...(await sendTestMail(accountId, issue)) };
}
