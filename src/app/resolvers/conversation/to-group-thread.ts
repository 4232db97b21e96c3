import type { OpenedConversation, Switches } from '../../definitions';
import { closeConversation } from '../../policy/close-composer';
import type { ListedConversation } from '../listing/listed-conversation';
import { toEntry } from '../listing/to-entry';
import { toFollowUp } from '../listing/to-follow-up';
import { toReading } from '../listing/to-reading';
import { toPage } from './to-page';

interface Facts {
  /** Who asks. */
  readonly sender: string;
  /** As the view says where it stands; for showing. */
  readonly projectId: string | null;
  readonly switches: Switches;
}

/** A group beside the issue that its asker is in, out of what a list by the issue says of it. */
export function toGroupThread(group: ListedConversation, { sender, projectId, switches }: Facts): OpenedConversation {
  const { id, messages } = group;
  const taking = { recipient: null, isTakingPart: true } as const;
  return {
    conversationId: id,
    person: null,
    isAssignee: false,
    isReporter: false,
    entry: toEntry(group, sender),
    members: [],
    ...toReading(group),
    ...toFollowUp(group),
    // A list by an issue tells of drafts about that; in a group one writes to the whole of it.
    hasDraft: switches.keepsDrafts ? null : false,
    mailClosed: null,
    refusal: closeConversation({ sender, conversation: group, ...taking, projectId, switches }),
    page: messages === undefined ? null : toPage(messages, sender, 'conversation'),
  };
}
