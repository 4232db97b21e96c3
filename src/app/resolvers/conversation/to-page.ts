import type { MessageList } from '../../../contract/resources';
import type { MessagePage } from '../../definitions';
import { type Surroundings, toMessage } from './to-message';

/** Messages of the service as a view of this person shows them. */
export function toPage({ values, before }: MessageList, accountId: string, surroundings: Surroundings): MessagePage {
  return { messages: values.map((message) => toMessage(message, accountId, surroundings)), before };
}
