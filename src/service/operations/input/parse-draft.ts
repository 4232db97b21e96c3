import { ConversationMessageInput, Document } from '../../../contract/resources';
import { defaultLimits } from '../../../document/limits';
import type { DraftContent } from '../../conversation/draft-store';
import { refuseField } from '../../errors/app-error';
import { createCheck, nameBodyField } from './check-value';
import type { RequestBody } from './operation-request';
import { refuseSize } from './parse-message';

const checkInput = createCheck(ConversationMessageInput, nameBodyField());
const checkDocument = createCheck(Document, nameBodyField());

/**
 * Reads what may be sent as a message, as it is while someone writes: its shape and its size alone, since what nobody
 * else reads may be half done. An issue beside the body is that of the place.
 * @throws AppError `invalid_request`, `too_large`
 */
export function parseDraft({ mediaType, value }: RequestBody, issueId: string | undefined): DraftContent {
  if (mediaType !== 'application/json') return { mediaType, body: requireFit('body', String(value)) };
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'body')) {
    return { mediaType, body: requireFit('body', JSON.stringify(checkDocument(value))) };
  }
  const { body, issue } = checkInput(value);
  if (issue !== undefined && issue.id !== issueId) throw refuseField('body/issue/id', 'must be query.issue');
  return { mediaType, body: requireFit('body/body', JSON.stringify(body)) };
}

function requireFit(field: string, body: string): string {
  const bytes = Buffer.byteLength(body);
  if (bytes > defaultLimits.bytes) {
    throw refuseSize(field, `must be at most ${defaultLimits.bytes} bytes, it has ${bytes}`);
  }
  return body;
}
