import { checkDocument } from '../../document/check';
import { markdownToDocument } from '../../document/from-markdown';
import type { AdfDocument } from '../../document/types';
import { longestText } from '../definitions';
import { ProblemError } from '../problems/problem-error';

/**
 * What someone wrote as a document, checked before anything leaves the site.
 * @throws ProblemError `text_empty` or `text_too_long`
 */
export function composeBody(text: unknown): AdfDocument {
  if (typeof text !== 'string' || text.trim() === '') throw new ProblemError({ code: 'text_empty' });
  if (text.length > longestText) throw new ProblemError({ code: 'text_too_long' });
  const body = markdownToDocument(text);
  if (body.content.length === 0) throw new ProblemError({ code: 'text_empty' });
  const problem = checkDocument(body);
  if (problem !== null) throw new ProblemError({ code: problem.kind === 'too-large' ? 'text_too_long' : 'unexpected' });
  return body;
}
