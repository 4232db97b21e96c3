import { jiraId, matchWhole } from '../../../patterns/patterns';
import { type ConversationClient, createConversationClient } from '../../client/conversation-client';
import { forgeFetch } from '../../client/forge-fetch';
import { ProblemError } from '../../problems/problem-error';
import { identifyAccount } from '../../site/identify-account';
import { identifySite } from '../../site/identify-site';

/** Who asks, on which site: all from the platform's context. */
export interface SiteAsker {
  readonly accountId: string;
  readonly site: string;
  readonly client: ConversationClient;
}

/** Who asks, and about which issue. */
export interface Asker extends SiteAsker {
  readonly issueId: string;
}

const wholeId = matchWhole(jiraId);

export type Context = Readonly<Record<string, unknown>>;

/**
 * `accountId` and `installContext` are set by the platform.
 * @throws ProblemError for someone who is not logged in, or a context without a site
 */
export function identifySiteAsker(context: Context): SiteAsker {
  const accountId = identifyAccount(context['accountId']);
  if (accountId === null) throw new ProblemError({ code: 'not_logged_in' });
  const site = identifySite(context);
  if (site === null) throw new ProblemError({ code: 'unexpected' });
  return { accountId, site, client: createConversationClient({ fetch: forgeFetch(accountId) }) };
}

/** @throws ProblemError as `identifySiteAsker`, and for a context without an issue */
export function identifyAsker(context: Context): Asker {
  return { ...identifySiteAsker(context), issueId: identifyContextIssue(context) };
}

/**
 * `extension` may pass through the browser: the issue is therefore only what is asked about, and Jira decides whether
 * the asker sees it. @throws ProblemError for a context without an issue
 */
export function identifyContextIssue({ extension }: Context): string {
  const { issue } = (extension ?? {}) as { issue?: { id?: unknown } };
  // The platform gives the id as text; a number would be the same issue.
  const id = String(issue?.id ?? '');
  if (!wholeId.test(id)) throw new ProblemError({ code: 'unexpected' });
  return id;
}
