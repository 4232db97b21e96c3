import { issueKey, jiraId, longestName } from '../../../patterns/patterns';
import { toOneLine } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';
import { isAccountId } from '../../site/is-account-id';

/** What a rule asks for, once it was looked at. */
export interface RuleInputs {
  readonly issue: string;
  readonly recipient: string;
  readonly text: string;
  readonly label: string | null;
}

interface Given {
  readonly issue: unknown;
  readonly recipient: unknown;
  readonly text: unknown;
  readonly label: unknown;
}

/** What is wrong with a rule's inputs, for its owner. */
export type InputFault = 'issue' | 'recipient' | 'text' | null;

/**
 * Inputs of a rule are text that anyone may have written: a smart value can stand for a summary or a comment. Null for
 * those that are right; what the message's text may be, `composeBody` says.
 */
export function findInputFault({ issue, recipient, text }: Given): InputFault {
  if (typeof issue !== 'string' || !issuePattern.test(issue.trim())) return 'issue';
  // `assignee` and `reporter` are of an account id's form.
  if (typeof recipient !== 'string' || !isAccountId(recipient.trim())) return 'recipient';
  return typeof text === 'string' ? null : 'text';
}

/** @throws ProblemError `unexpected` for inputs with a fault */
export function parseInputs(given: Given): RuleInputs {
  const { issue, recipient, text, label } = given;
  if (findInputFault(given) !== null) throw new ProblemError({ code: 'unexpected' });
  return {
    issue: String(issue).trim(),
    recipient: readRecipient(String(recipient).trim()),
    text: String(text),
    label: readLabel(label),
  };
}

/** An issue's numeric id, or its key as people write it. */
const issuePattern = new RegExp(`^(${jiraId}|${issueKey})$`, 'i');

function readRecipient(recipient: string): string {
  const place = recipient.toLowerCase();
  return place === 'assignee' || place === 'reporter' ? place : recipient;
}

function readLabel(label: unknown): string | null {
  if (typeof label !== 'string') return null;
  // The service stores neither control characters nor half a pair of surrogates, which the cut may leave behind.
  const line = toOneLine(label)
    .slice(0, longestName)
    .replace(/\p{Cs}/gu, '');
  return line === '' ? null : line;
}
