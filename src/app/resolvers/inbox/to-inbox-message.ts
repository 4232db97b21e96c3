import type { Message } from '../../../contract/resources';
import type { InboxMessage } from '../../definitions';
import { toPanelMessage } from '../messages/to-panel-message';
import type { People } from '../people/look-up-people';
import { personOf } from '../people/person-of';

/** What a page of messages needs of Jira, as its reader may see it. */
export interface Surroundings {
  readonly people: People;
  /** Summaries of issues by their id; an issue that the reader does not see is not there. */
  readonly summaries: ReadonlyMap<string, string>;
}

/** A message of the service as the inbox of this person shows it. */
export function toInboxMessage(message: Message, accountId: string, { people, summaries }: Surroundings): InboxMessage {
  const { sender, issue, origin } = message;
  const person = personOf(sender.id, people);
  const isNamedByItself = person.kind === 'program' && origin?.kind === 'client';
  return {
    ...toPanelMessage(message, accountId, people),
    sender: isNamedByItself ? { ...person, name: origin.label } : person,
    issue: issue === null ? null : { ...issue, summary: summaries.get(issue.id) ?? null },
  };
}
