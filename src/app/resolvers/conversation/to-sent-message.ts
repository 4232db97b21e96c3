import { timeOfId } from '../../../contract/time-of-id';
import type { AdfDocument } from '../../../document/types';
import type { ShownMessage } from '../../definitions';

interface Sent extends Pick<ShownMessage, 'id' | 'sender' | 'issue' | 'awaitsAnswer'> {
  /** With its mentions named. */
  readonly body: AdfDocument;
  readonly source: string | null;
}

/** A message of the asker's own as it now stands, without reading it again. */
export function toSentMessage({ id, ...sent }: Sent): ShownMessage {
  return {
    id,
    from: 'me',
    ...sent,
    ts: timeOfId(id),
    editedAt: null,
    deletedAt: null,
    origin: null,
    notice: null,
    reactions: [],
  };
}
