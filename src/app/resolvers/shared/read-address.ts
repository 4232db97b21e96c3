import { ProblemError } from '../../problems/problem-error';
import { aConversation, anAccount } from '../payload/kinds';
import { readMember } from '../payload/read-payload';
import { type Context, identifyContextIssue } from './asker';

/** The conversation that is meant: with a person about the issue of the platform's context, or one by its id. */
export type Place =
  | { readonly kind: 'person'; readonly userId: string; readonly issueId: string }
  | { readonly kind: 'conversation'; readonly conversationId: string };

/**
 * Where a view stands on an issue, a person names a conversation; an id names one everywhere.
 * @throws ProblemError `payload_wrong`; `unexpected` for a person where the context has no issue
 */
export function readAddress(payload: unknown, context: Context): Place {
  const { with: person, conversationId } = (payload ?? {}) as { with?: unknown; conversationId?: unknown };
  if (conversationId === undefined) {
    return { kind: 'person', userId: readMember(person, anAccount, 'with'), issueId: identifyContextIssue(context) };
  }
  if (person === undefined) {
    return { kind: 'conversation', conversationId: readMember(conversationId, aConversation, 'conversationId') };
  }
  throw new ProblemError({ code: 'payload_wrong', field: 'with', rule: 'absent where a conversationId is given' });
}
