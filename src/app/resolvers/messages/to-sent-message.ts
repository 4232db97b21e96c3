import { timeOfId } from '../../../contract/time-of-id';
import type { AdfDocument } from '../../../document/types';
import type { PanelMessage } from '../../definitions';

/** A message of the asker's own as it now stands, without reading it again. `body` has its mentions named. */
export function toSentMessage(id: string, body: AdfDocument, source: string): PanelMessage {
  return { id, from: 'me', body, source, ts: timeOfId(id), editedAt: null, deletedAt: null, origin: null };
}
