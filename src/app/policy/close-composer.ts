import type { Conversation } from '../../contract/resources';
import type { Switches } from '../definitions';
import type { Person } from '../definitions/person';
import type { WritingRefusal } from '../definitions/writing-refusal';
import { applySwitches } from './rules/apply-switches';
import { decideWriting } from './rules/decide-writing';

interface ThreadFacts {
  readonly sender: string;
  /** Someone at the other end, of whom Jira was not asked; null for whoever it may be. */
  readonly recipient: Person | null;
  /** As the view says where it stands; null for none. It is for showing: a send reads it from Jira. */
  readonly projectId: string | null;
  readonly switches: Switches;
}

/** Why there is no composer beside an issue, as far as Jira need not be asked; null where there is one. */
export function closeThread({ sender, recipient, projectId, switches }: ThreadFacts): WritingRefusal | null {
  return decideWriting({
    entry: 'panel',
    sender,
    recipient,
    switches: applySwitches(switches, projectId),
    senderSees: true,
    // Opening asks Jira for nothing: a send does.
    mayWrite: true,
    haveThread: true,
    isShown: true,
  });
}

interface ConversationFacts {
  readonly sender: string;
  readonly conversation: Pick<Conversation, 'type' | 'isArchived'>;
  /** The other end of a direct conversation; null for a group, and for an end that Jira does not know. */
  readonly recipient: Person | null;
  /** Whether something was written in a direct conversation, or the sender is in the group. */
  readonly isTakingPart: boolean;
  readonly switches: Switches;
  /** Of what a group is beside, as the view says where it stands; absent or null for none. */
  readonly projectId?: string | null;
  /** Whether the settings let the sender write; opening asks Jira for nothing, and does not say. */
  readonly mayWrite?: boolean;
  /** Whether Jira shows the other end to the sender; not asked for an opening either. */
  readonly isShown?: boolean;
}

/** Why one cannot write on in a conversation; null where one can. A send asks the same. */
export function closeConversation(facts: ConversationFacts): WritingRefusal | null {
  const { sender, conversation, recipient, isTakingPart, switches } = facts;
  const { projectId = null, mayWrite = true, isShown = true } = facts;
  if (conversation.type === 'group' && conversation.isArchived) return 'group_archived';
  return decideWriting({
    entry: 'inbox',
    sender,
    recipient,
    switches: applySwitches(switches, projectId),
    senderSees: true,
    mayWrite,
    haveThread: isTakingPart,
    isShown,
  });
}
