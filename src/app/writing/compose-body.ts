import { checkDocument, sizeOf } from '../../document/check';
import { defaultLimits } from '../../document/limits';
import { markdownToDocument } from '../../document/markdown/from-markdown';
import { saysNothing } from '../../document/says-nothing';
import type { AdfDocument } from '../../document/types';
import { longestText, type Problem } from '../definitions';
import { ProblemError } from '../problems/problem-error';

/**
 * What someone wrote as a document, checked before anything leaves the site.
 * @throws ProblemError `text_empty` where nothing of it could be seen; `text_too_long` with the limit that was met
 */
export function composeBody(text: unknown): AdfDocument {
  if (typeof text !== 'string' || text.trim() === '') throw new ProblemError({ code: 'text_empty' });
  if (text.length > longestText) throw tooLong('characters', longestText, text.length);
  const body = markdownToDocument(text);
  if (saysNothing(body)) throw new ProblemError({ code: 'text_empty' });
  const problem = checkDocument(body);
  if (problem?.kind === 'too-large') throw tooLong('bytes', defaultLimits.bytes, sizeOf(body));
  if (problem !== null) throw new ProblemError({ code: 'unexpected' });
  return body;
}

function tooLong(unit: NonNullable<Problem['limit']>['unit'], most: number, has: number): ProblemError {
  return new ProblemError({ code: 'text_too_long', limit: { unit, most, over: has - most } });
}
