/**
 * A line in the platform's log for whoever looks for the reason why no mails come. Not thrown: all else goes on without
 * the answer. The diagnostics of the settings say the same.
 */
export function warnOfMissingRight(): void {
  console.warn('Jira does not let the app ask which issues others see (permissions/check); nobody gets a mail');
}
