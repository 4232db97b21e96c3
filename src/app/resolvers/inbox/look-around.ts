import type { Message } from '../../../contract/resources';
import { findSummaries } from '../../jira/find-summaries';
import { findMentions } from '../people/find-mentions';
import { lookUpPeople, type Named } from '../people/look-up-people';
import type { Surroundings } from './to-inbox-message';

/**
 * Everyone and everything that these messages name, as the reader may see it: one call to Jira for people and one for
 * issues. `others` are whom the page names beside its messages.
 */
export async function lookAround(messages: readonly Message[], others: Named = {}): Promise<Surroundings> {
  const senders = messages.map(({ sender }) => sender.id);
  const [people, summaries] = await Promise.all([
    lookUpPeople({
      people: [...(others.people ?? []), ...senders],
      mentioned: [...(others.mentioned ?? []), ...findMentions(messages.map(({ body }) => body))],
    }),
    findSummaries(messages.flatMap(({ issue }) => (issue === null ? [] : [issue.id]))),
  ]);
  return { people, summaries };
}
