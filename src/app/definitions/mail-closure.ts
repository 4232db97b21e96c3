/**
 * Why a message about an issue is told by no mail. `app_blind`: the app itself does not see the issue, so that Jira takes
 * no mail about it from the app. `sight_unknown`: Jira does not say that the receiver sees it.
 */
export type MailClosure = 'app_blind' | 'sight_unknown';
