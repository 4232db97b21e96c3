import type { JiraState } from './jira-state';

/** `privacy.reportPersonalData` of @forge/api 8.3 sends 90 at most (out/privacy/index.js). */
const mostAccounts = 90;

/**
 * Atlassian's personal data report: those among the accounts that were closed for good or have changed. 204 where there is none.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
export function reportAccounts(
  state: JiraState,
  { accounts }: { readonly accounts: readonly { readonly accountId: string }[] },
): Response {
  if (accounts.length > mostAccounts) return new Response(null, { status: 400, statusText: 'Bad Request' });
  const answers = accounts.flatMap(({ accountId }) => {
    if (state.isClosed(accountId)) return [{ accountId, status: 'closed' }];
    return state.isUpdated(accountId) ? [{ accountId, status: 'updated' }] : [];
  });
  return answers.length === 0 ? new Response(null, { status: 204 }) : Response.json({ accounts: answers });
}
