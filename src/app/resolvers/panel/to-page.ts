import type { MessageList } from '../../../contract/resources';
import type { MessagePage } from '../../definitions';
import { toPanelMessage } from '../messages/to-panel-message';
import type { People } from '../people/look-up-people';

/** Messages of the service as the panel of this person shows them; `people` holds those who are mentioned. */
export function toPage({ values, before }: MessageList, accountId: string, people: People): MessagePage {
  return { messages: values.map((message) => toPanelMessage(message, accountId, people)), before };
}
