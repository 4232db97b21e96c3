import { checkDocument, sizeOf } from '../../document/gate/check';
import { defaultLimits } from '../../document/limits';
import { markdownToDocument } from '../../document/markdown/from-markdown';
import { documentToMarkdown } from '../../document/markdown/to-markdown';
import { saysNothing } from '../../document/says-nothing';
import { documentToText } from '../../document/to-text';
import type { AdfDocument } from '../../document/types';
import { longestText, type Problem } from '../definitions';
import { ProblemError } from '../problems/problem-error';

/** What someone wrote, as a view sends it: one of the two, the other null. Nothing is known of either. */
export interface Given {
  /** Markdown. */
  readonly text: unknown;
  readonly document: unknown;
}

/**
 * What someone wrote in a view, as a document, checked before anything leaves the site.
 * @throws ProblemError as `composeBody`; `payload_wrong` with the place of a document's first fault, or for both or none
 */
export function takeBody({ text, document }: Given): AdfDocument {
  if ((text === null) === (document === null)) {
    throw new ProblemError({
      code: 'payload_wrong',
      field: 'text',
      rule: 'a text, or else there has to be a document',
    });
  }
  return document === null ? composeBody(text) : takeDocument(document);
}

/** The Markdown for its author to edit; null where Markdown cannot hold all of the document. */
export function sourceOf({ text }: Given, body: AdfDocument): string | null {
  return typeof text === 'string' ? text : documentToMarkdown(body);
}

/**
 * Markdown as a document, checked before anything leaves the site.
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

/** A document that a view says someone wrote. It comes from a browser and may be anything; the service judges it once more. */
function takeDocument(document: unknown): AdfDocument {
  const problem = checkDocument(document);
  if (problem !== null) {
    const bytes = problem.kind === 'too-large' ? sizeOf(document as object) : 0;
    if (bytes > defaultLimits.bytes) throw tooLong('bytes', defaultLimits.bytes, bytes);
    throw new ProblemError({ code: 'payload_wrong', field: `document${problem.pointer}`, rule: problem.rule });
  }
  const body = document as AdfDocument;
  if (saysNothing(body)) throw new ProblemError({ code: 'text_empty' });
  const { length } = documentToText(body);
  if (length > longestText) throw tooLong('characters', longestText, length);
  return body;
}

function tooLong(unit: NonNullable<Problem['limit']>['unit'], most: number, has: number): ProblemError {
  return new ProblemError({ code: 'text_too_long', limit: { unit, most, over: has - most } });
}
