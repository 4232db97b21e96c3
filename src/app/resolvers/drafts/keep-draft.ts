import type { Draft } from '../../../contract/drafts';
import { documentToMarkdown } from '../../../document/markdown/to-markdown';
import { documentToText } from '../../../document/to-text';
import type { AdfDocument } from '../../../document/types';
import { ApiError } from '../../client/api-error';
import type { DraftSaved, KeptDraft } from '../../definitions/draft';
import { ProblemError } from '../../problems/problem-error';
import { loadSwitches } from '../../storage/switches';
import type { Given } from '../../writing/compose-body';
import { hideMentions } from '../people/hide-mentions';
import type { SiteAsker } from '../shared/asker';
import type { Beginning, Place } from '../shared/read-address';

interface Ask {
  /** The message that is edited; null for a new one. */
  readonly message: string | null;
}

/**
 * What the asker began to write here; null where there is nothing, where an administrator has switched drafts off, and
 * where the service is of the release before, which keeps none.
 */
export async function findDraft(
  asker: SiteAsker,
  at: Place | Beginning,
  { message }: Ask,
): Promise<{ draft: KeptDraft | null }> {
  const { client, site } = asker;
  if (!(await loadSwitches()).keepsDrafts) return { draft: null };
  const query = placeOf(at, message);
  const found = await unlessGone(client.getDraft({ params: { cloudId: site }, query }));
  return { draft: found === null || 'values' in found ? null : { revision: found.revision, words: wordsOf(found) } };
}

/** Keeps the words as they are: nobody reads them but the asker, and what may be sent of them is judged when it is. */
export async function saveDraft(
  { client, site }: SiteAsker,
  at: Place | Beginning,
  { message, revision, text, document }: Ask & Given & { readonly revision: string | null },
): Promise<DraftSaved> {
  const body = bodyOf({ text, document });
  if (!(await loadSwitches()).keepsDrafts) return { outcome: 'not-kept' };
  const query = { ...placeOf(at, message), ...(revision === null ? {} : { revision }) };
  try {
    const saved = await unlessGone(client.saveDraft({ params: { cloudId: site }, query, ...body }));
    return saved === null ? { outcome: 'not-kept' } : { outcome: 'saved', revision: saved.revision };
  } catch (error) {
    if (error instanceof ApiError && error.error === 'conflict') return { outcome: 'moved-on' };
    throw error;
  }
}

/** Also where drafts are switched off meanwhile: what is the asker's own they may always throw away. */
export async function dropDraft(
  { client, site }: SiteAsker,
  at: Place | Beginning,
  { message, revision }: Ask & { readonly revision: string },
): Promise<object> {
  try {
    await unlessGone(client.deleteDraft({ params: { cloudId: site }, query: { ...placeOf(at, message), revision } }));
  } catch (error) {
    // Another one is there by now, and stays.
    if (!(error instanceof ApiError && error.error === 'conflict')) throw error;
  }
  return {};
}

/** An edit is of its message, whichever issue that is about. */
function placeOf(at: Place | Beginning, message: string | null) {
  const edited = message === null ? {} : { message };
  if (at.kind === 'conversation') return { conversation: at.conversationId, ...edited };
  if (at.kind === 'beginning') return { user: at.userId, ...edited };
  return { user: at.userId, ...(message === null ? { issue: at.issueId } : edited) };
}

/** Null where there is none, no such place, or no such operation. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && error.error === 'not_found') return null;
    throw error;
  }
}

function bodyOf({ text, document }: Given): { body: { body: AdfDocument } } | { markdown: string } {
  if (typeof text === 'string' && document === null) return { markdown: text };
  // Whether it is a document is the service's to say.
  if (text === null && document !== null) return { body: { body: document as AdfDocument } };
  throw new ProblemError({ code: 'payload_wrong', field: 'text', rule: 'a text, or else there has to be a document' });
}

function wordsOf({ body }: Draft): KeptDraft['words'] {
  if (typeof body === 'string') return { document: null, markdown: body };
  const document = hideMentions(body);
  return { document, markdown: documentToMarkdown(document) ?? documentToText(document) };
}
