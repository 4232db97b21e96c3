import type { InboxMessage, Result } from '../../../definitions';
import type { Sending } from '../../messages/use-sending';
import type { Outgoing, ViewProblem } from '../../shared/panel-state';
import type { ListName } from './inbox-state';

/** Null when it is done, else why not. */
export type Outcome = Promise<ViewProblem | null>;

/** What asks for more of the inbox, and shows what came. `id` is a conversation's. */
export interface InboxLoading {
  /** The first page of the lists that are shown, and the conversation beside them, as they are now. */
  refresh(): Promise<void>;
  /** `cursor` is empty for the first page. */
  loadList(list: ListName, cursor: string): Promise<void>;
  search(text: string, cursor: string): Promise<void>;
  loadThread(id: string): Promise<void>;
  loadOlder(id: string, before: string): Promise<void>;
  loadBlocked(): Promise<void>;
}

/** What the inbox's parts may do. `id` is a conversation's. */
export interface InboxActions extends InboxLoading, Sending {
  endSearch(): void;
  select(id: string | null, found?: InboxMessage): void;
  discard(id: string, outgoing: Outgoing): Promise<void>;
  edit(id: string, messageId: string, text: string): Outcome;
  remove(id: string, messageId: string): Outcome;
  markRead(id: string, messageId: string): Promise<void>;
  mute(id: string, isMuted: boolean): Outcome;
  archive(id: string, isArchived: boolean): Outcome;
  leave(id: string): Outcome;
  block(person: string, isBlocked: boolean): Outcome;
  /** What changes a group: the answer is followed by how the group is then. */
  changeGroup(id: string, invocation: Promise<Result<object>>): Outcome;
}
