import type { MessageList } from '../../../contract/resources';
import type { MessagePage } from '../../definitions';
import type { Place } from '../shared/read-address';
import { toMessage } from './to-message';

/** Messages of the service as a view of this person shows them, beside an issue or in a whole conversation. */
export function toPage({ values, before }: MessageList, accountId: string, place: Place['kind']): MessagePage {
  return { messages: values.map((message) => toMessage(message, accountId, place)), before };
}
