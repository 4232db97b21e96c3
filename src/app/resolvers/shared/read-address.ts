import { ProblemError } from '../../problems/problem-error';
import { aConversation, anAccount } from '../payload/kinds';
import { readMember } from '../payload/read-payload';
import { type Context, identifyContextIssue } from './asker';

/** The conversation that is meant: with a person about the issue of the platform's context, or one by its id. */
export type Place =
  | { readonly kind: 'person'; readonly userId: string; readonly issueId: string }
  | { readonly kind: 'conversation'; readonly conversationId: string };

/** The direct conversation with a person, about whatever: whether there is one is the service's to say. */
export interface DirectPlace {
  readonly kind: 'direct';
  readonly userId: string;
}

/** Where a conversation with a person would begin, about no issue. */
export interface Beginning {
  readonly kind: 'beginning';
  readonly userId: string;
}

/**
 * Where a view stands on an issue, a person names a conversation by `with`; an id names one everywhere, and so does the
 * `person` at its other end.
 * @throws ProblemError `payload_wrong`; `unexpected` for `with` where the context has no issue
 */
export function readAddress(payload: unknown, context: Context): Place | DirectPlace {
  const given = (payload ?? {}) as { with?: unknown; conversationId?: unknown; person?: unknown };
  const { with: other, conversationId, person } = given;
  const named = (['with', 'conversationId', 'person'] as const).filter((name) => given[name] !== undefined);
  const [first = 'with', second] = named;
  if (second !== undefined) {
    throw new ProblemError({ code: 'payload_wrong', field: first, rule: `absent where a ${second} is given` });
  }
  if (person !== undefined) return { kind: 'direct', userId: readMember(person, anAccount, 'person') };
  if (conversationId !== undefined) {
    return { kind: 'conversation', conversationId: readMember(conversationId, aConversation, 'conversationId') };
  }
  return { kind: 'person', userId: readMember(other, anAccount, 'with'), issueId: identifyContextIssue(context) };
}
