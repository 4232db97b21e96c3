import type { ConversationChange } from '../../contract/resources';

/** Who is to be in a group and who is not, no name in both. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What the rules need of groups, and of putting conversations away; otherwise as `ConversationStore`. */
export interface GroupStore {
  changeConversation(cloudId: string, conversationId: string, change: ConversationChange): Promise<void>;
  /** For everyone. */
  archiveGroup(cloudId: string, conversationId: string, isArchived: boolean): Promise<void>;
  /** For one end alone, until the next message from either. */
  hideDirect(cloudId: string, conversationId: string, endId: string, isHidden: boolean): Promise<void>;
  /** Account ids in ascending order. */
  listMembers(cloudId: string, conversationId: string): Promise<string[]>;
  /**
   * All or nothing. Who is in already stays as they are, who is not in is not missed. Where nobody is left, the group is
   * archived; where its owner is gone, the one who is in for longest owns it.
   * `too-many`: more than the contract allows would be in it.
   */
  changeMembers(cloudId: string, conversationId: string, change: MemberChange): Promise<'changed' | 'too-many'>;
}
