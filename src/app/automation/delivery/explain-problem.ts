import type { Problem } from '../../definitions';
import type { InputFault } from '../inputs/parse-inputs';

const admin = 'A Jira administrator can test the connection in the settings of Aside.';

/**
 * For the owner of a rule, who reads it in the rule's audit log, which has no languages. Says what to do, and nothing
 * of what was to be sent.
 */
const sentences: Readonly<Partial<Record<Problem['code'], string>>> = {
  not_logged_in: 'The connection of this rule names no user. Connect the action with a user of this site.',
  site_off: 'A Jira administrator has switched off direct messages for this site.',
  project_off: "A Jira administrator has switched off direct messages for this work item's project.",
  rules_off: 'A Jira administrator has switched off direct messages that rules send.',
  not_permitted:
    "The user of the rule's connection may not write in this project. A Jira administrator can grant them the permission of Aside there.",
  issue_hidden:
    "The work item does not exist, or the user of the rule's connection cannot see it. Check the work item key, and connect the action with a user who can see it.",
  recipient_app: 'The recipient is an app, which reads no messages. Choose a person.',
  recipient_program: 'The recipient is a program, which reads no messages. Choose a person.',
  recipient_customer: 'The recipient is a customer of the help centre, who does not use Jira. Choose someone else.',
  recipient_unknown: 'Jira knows no such account. Check the recipient: assignee, reporter, or an account id.',
  recipient_inactive: 'The account of the recipient is deactivated. Choose someone else.',
  address_not_set: `The address of the conversation service is not set or not approved. ${admin}`,
  not_the_service: `Something else than the conversation service answers at its address. ${admin}`,
  service_refused: `The conversation service does not accept calls from this site. ${admin}`,
  service_away: 'The conversation service does not answer, and the message could not be queued. Run the rule again.',
  rate_limited: 'Too many messages at once, and the message could not be queued. Run the rule again later.',
  blocked:
    "The recipient takes no messages from rules, or none from the user of the rule's connection. Choose someone else.",
  jira_busy: 'Jira takes no more requests of this app within this hour. Run the rule again later.',
  jira_away: 'Jira did not answer when the work item was read. Run the rule again.',
  text_empty: 'The message is empty. Perhaps a smart value in it has no value for this work item.',
  text_too_long: 'The message is too long. Shorten it.',
  already_sent: 'A message with the same key was sent before.',
  settings_unsaved: "Jira's storage for apps did not answer, so that nobody knows who may send. Run the rule again.",
};

const unexpected = `The message was not sent, for a reason that should not be. Run the rule again. ${admin}`;

const nobody: Readonly<Record<string, string>> = {
  assignee: 'The work item has no assignee. Add a condition to the rule: Assignee is not empty.',
  reporter: 'The work item has no reporter. Add a condition to the rule: Reporter is not empty.',
};

const faults: Readonly<Record<NonNullable<InputFault>, string>> = {
  issue: 'The work item key is not one, for example WEB-1. Use the smart value {{issue.key}}.',
  recipient:
    'The recipient is neither assignee, reporter nor an account id. Use a smart value such as {{issue.assignee.accountId}}, and check that it has a value for this work item.',
  text: 'The message is no text.',
};

/** @param recipient as the rule named it */
export function explainProblem({ code, limit }: Problem, recipient = ''): string {
  if (limit !== undefined) return explainLimit(limit);
  if (code === 'recipient_unknown' && Object.hasOwn(nobody, recipient)) return nobody[recipient] ?? unexpected;
  return sentences[code] ?? unexpected;
}

function explainLimit({ unit, most, over }: NonNullable<Problem['limit']>): string {
  const what = unit === 'bytes' ? 'As a document, with its formatting and links, it' : 'It';
  return `The message is too long. ${what} may have ${format(most)} ${unit}: shorten it by ${format(over)}.`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

export function explainFault(fault: NonNullable<InputFault>): string {
  return faults[fault];
}

/** The platform can show its prompt in a view, and not in a rule. */
export function explainConsent(): string {
  return "The user of the rule's connection has not allowed Aside to act for them yet. They open Aside on any work item once, and allow it there.";
}
