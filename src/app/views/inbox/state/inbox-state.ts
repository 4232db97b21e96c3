import type { InboxEntry, InboxHit, InboxMessage, InboxThread } from '../../../definitions';
import type { Outgoing, ViewProblem } from '../../shared/panel-state';

export type ListName = 'unread' | 'all' | 'archived';

/** What is known of a list that is asked for page by page. */
export interface Paged {
  /** Where it goes on; empty at its end. */
  readonly cursor: string;
  /** False until the first page is there. */
  readonly isLoaded: boolean;
  readonly isFetching: boolean;
  /** Why the last page did not come; what was there stays. */
  readonly problem: ViewProblem | null;
}

export interface EntryList extends Paged {
  readonly entries: readonly InboxEntry[];
}

export interface Search extends Paged {
  readonly text: string;
  readonly entries: readonly InboxEntry[];
  readonly hits: readonly InboxHit[];
}

/** A conversation that was shown, kept for as long as the inbox is open. `messages` ascend by id. */
export interface Conversation extends Omit<InboxThread, 'entry'> {
  readonly id: string;
  /** Null until it has come. */
  readonly entry: InboxEntry | null;
  /** The newest id to which the pages that came reach without a gap; null before the first one. */
  readonly upTo: string | null;
  /** False until the first page is there. */
  readonly isLoaded: boolean;
  readonly isFetching: boolean;
  readonly problem: ViewProblem | null;
  readonly outgoing: readonly Outgoing[];
  /** The message that a search led here for; it may lie beyond the pages that are shown. */
  readonly found: InboxMessage | null;
}

export interface InboxState {
  readonly lists: Readonly<Record<ListName, EntryList>>;
  readonly search: Search | null;
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** The conversation beside the list. */
  readonly selected: string | null;
  /** Account ids; null until they were asked for. */
  readonly blocked: readonly string[] | null;
}

const emptyList: EntryList = { entries: [], cursor: '', isLoaded: false, isFetching: false, problem: null };

export const emptyInbox: InboxState = Object.freeze({
  lists: { unread: emptyList, all: emptyList, archived: emptyList },
  search: null,
  conversations: {},
  selected: null,
  blocked: null,
});

export function newConversation(id: string): Conversation {
  return {
    id,
    entry: null,
    members: [],
    refusal: null,
    readBy: [],
    messages: [],
    before: null,
    upTo: null,
    isLoaded: false,
    isFetching: false,
    problem: null,
    outgoing: [],
    found: null,
  };
}

export function selectedConversation({ conversations, selected }: InboxState): Conversation | null {
  return selected === null ? null : (conversations[selected] ?? null);
}
