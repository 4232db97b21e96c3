import { type ConversationClient, createConversationClient } from '../client/conversation-client';
import { forgeFetch } from '../client/forge-fetch';
import { readAccountId } from '../policy/read-account-id';
import { ProblemError } from './problem-error';

/** Who asks, about which issue, on which site: all from the platform's context. */
export interface Asker {
  readonly accountId: string;
  readonly issueId: string;
  readonly site: string;
  readonly client: ConversationClient;
}

type Context = Readonly<Record<string, unknown>>;

/**
 * `accountId` and `installContext` are set by the platform. `extension` may pass through the browser: the issue is
 * therefore only what is asked about, and Jira decides whether the asker sees it.
 * @throws ProblemError for someone who is not logged in, or a context without an issue or a site
 */
export function readAsker(context: Context): Asker {
  const accountId = readAccountId(context['accountId']);
  if (accountId === null) throw new ProblemError({ code: 'not_logged_in' });
  const issueId = readIssueId(context);
  const site = readSite(context);
  if (issueId === null || site === null) throw new ProblemError({ code: 'unexpected' });
  return { accountId, issueId, site, client: createConversationClient({ fetch: forgeFetch(accountId) }) };
}

function readIssueId({ extension }: Context): string | null {
  const { issue } = (extension ?? {}) as { issue?: { id?: unknown } };
  // The platform gives the id as text; a number would be the same issue.
  const id = String(issue?.id ?? '');
  return /^[1-9][0-9]{0,18}$/.test(id) ? id : null;
}

/** The cloudId out of the installation's ARI (`ari:cloud:jira::site/<cloudId>`), else as the context names it. */
function readSite({ installContext, cloudId }: Context): string | null {
  const ari =
    typeof installContext === 'string' ? /^ari:cloud:jira::site\/([0-9a-f-]{36})$/i.exec(installContext) : null;
  return ari?.[1] ?? (typeof cloudId === 'string' ? cloudId : null);
}
