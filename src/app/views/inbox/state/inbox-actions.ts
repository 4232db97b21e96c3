import type { Result } from '../../../definitions';
import type { ConversationActions } from '../../conversation/use-conversations';
import type { Outcome } from '../../shared/view-problem';
import type { KnownIssue, ListName } from './inbox-state';

/** What asks for more of the inbox, and shows what came. `id` is a conversation's. */
export interface InboxLoading {
  /** The first page of the lists that are shown, and the conversation beside them, as they are now. */
  refresh(): Promise<void>;
  /** `cursor` is empty for the first page. */
  loadList(list: ListName, cursor: string): Promise<void>;
  search(text: string, cursor: string): Promise<void>;
  loadConversation(id: string): Promise<void>;
  loadBlocked(): Promise<void>;
}

/** What the inbox's parts may do. A conversation is named by its id. */
export interface InboxActions extends InboxLoading, ConversationActions {
  /** Lists what is about a work item. */
  chooseIssue(issue: KnownIssue): void;
  /** Marks all as read that has come. */
  markAllRead(): Outcome;
  /** Shows a list, which is asked for where it is not kept as it is now anyway. */
  chooseList(list: ListName): void;
  endSearch(): void;
  /** Shows a conversation at one of its messages, or at its newest ones; null for none. */
  select(id: string | null, message?: string | null): void;
  mute(id: string, isMuted: boolean): Outcome;
  archive(id: string, isArchived: boolean): Outcome;
  leave(id: string): Outcome;
  block(person: string, isBlocked: boolean): Outcome;
  /** What changes a group: the answer is followed by how the group is then. */
  changeGroup(id: string, invocation: Promise<Result<object>>): Outcome;
}
