import type { Conversation, ConversationChange } from '../../contract/resources';
import type { SeenConversation } from './conversation-store';

/** Who is to be in a group and who is not, no name in both. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Who is added reads what is written from now on, and not what was before. */
  readonly isFromNow?: boolean;
}

/**
 * Who changes a conversation, and the rule that holds for it. The store asks the rule within the change, with the
 * conversation as it stands once nobody else can change it: what was true when the request came may not be any more.
 * What the rule throws undoes the change. It is pure, and may be asked more than once.
 */
export interface Permit {
  readonly callerId: string;
  readonly decide: (seen: SeenConversation | null) => void;
}

/** What the rules need of groups, and of putting conversations away; otherwise as `ConversationStore`. */
export interface GroupStore {
  /** The group as its caller sees it afterwards. @throws what the permit's rule throws, as the two below. */
  changeConversation(
    cloudId: string,
    conversationId: string,
    change: ConversationChange,
    permit: Permit,
  ): Promise<Conversation>;
  /** For everyone. */
  archiveGroup(cloudId: string, conversationId: string, isArchived: boolean, permit: Permit): Promise<void>;
  /** For one end alone, until the next message from either. */
  hideDirect(cloudId: string, conversationId: string, endId: string, isHidden: boolean): Promise<void>;
  /** Account ids in ascending order. */
  listMembers(cloudId: string, conversationId: string): Promise<string[]>;
  /**
   * All or nothing. Who is in already stays as they are, who is not in is not missed. Where nobody is left, the group is
   * archived; where its owner is gone, the one who is in for longest owns it.
   * `too-many`: more than the contract allows would be in it. `barred`: who has blocked the caller and is not in it yet.
   */
  changeMembers(
    cloudId: string,
    conversationId: string,
    change: MemberChange,
    permit: Permit,
  ): Promise<'changed' | 'too-many' | { readonly barred: readonly string[] }>;
}
