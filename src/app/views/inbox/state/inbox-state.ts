import {
  type InboxEntry,
  type InboxHit,
  type InboxListName,
  keyOfPerson,
  type OwnChoices,
  personOfKey,
} from '../../../definitions';
import type { Person } from '../../../definitions/person';
import type { ConversationState } from '../../conversation/state/conversation-state';
import type { ViewProblem } from '../../shared/view-problem';

export type ListName = InboxListName;

/** A work item as Jira shows it to the reader. */
export interface KnownIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

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
  /** Whom these words name and with whom the reader has no conversation; the reader may be among them. */
  readonly people: readonly Person[];
  /** The work item whose key was typed. */
  readonly issue: KnownIssue | null;
}

export interface InboxState {
  readonly lists: Readonly<Record<ListName, EntryList>>;
  /** Which one stands there; `all` has the unread ones above it. */
  readonly chosen: ListName;
  /** What the list `issue` is about; null until somebody wants one. */
  readonly issue: KnownIssue | null;
  readonly search: Search | null;
  /** Those that were shown, by their id, kept for as long as the inbox is open. */
  readonly conversations: Readonly<Record<string, ConversationState>>;
  /** The conversation beside the list. */
  readonly selected: string | null;
  /** Account ids; null until they were asked for. */
  readonly blocked: readonly string[] | null;
  /** What the reader chose; null where the service knows of none, undefined until it has said so. */
  readonly own: OwnChoices | null | undefined;
}

export const emptyList: EntryList = { entries: [], cursor: '', isLoaded: false, isFetching: false, problem: null };

export const emptyInbox: InboxState = Object.freeze({
  lists: {
    unread: emptyList,
    mentions: emptyList,
    followUp: emptyList,
    all: emptyList,
    groups: emptyList,
    rules: emptyList,
    drafts: emptyList,
    archived: emptyList,
    issue: emptyList,
  },
  chosen: 'all',
  issue: null,
  search: null,
  conversations: {},
  selected: null,
  blocked: null,
  own: undefined,
});

/** Lists that are kept as they are now whatever is shown: they say together whether the inbox is empty. */
export const keptLists: readonly ListName[] = ['unread', 'all'];

/** Those that are asked for whenever the inbox is, with the chosen one among them. */
export function currentLists({ chosen }: InboxState): readonly ListName[] {
  return [...new Set([...keptLists, chosen])];
}

/** Null where none is shown. */
export function selectedConversation({ conversations, selected }: InboxState): ConversationState | null {
  return selected === null ? null : (conversations[selected] ?? null);
}

/** Which line of the lists is the open conversation's; null where none is open. */
export function openLine(state: InboxState): string | null {
  return selectedConversation(state)?.conversationId ?? state.selected;
}

/** What this view calls a conversation: by its other person where it began here, so that it stays one. */
export function keyOf({ conversations }: InboxState, id: string): string {
  const begun = Object.entries(conversations).find(
    ([key, { conversationId }]) => conversationId === id && personOfKey(key) !== null,
  );
  return begun?.[0] ?? id;
}

/** What was found, as it is by now: with whom this view has begun a conversation there is one, as with others. */
export function withBegun(search: Search, { conversations }: Pick<InboxState, 'conversations'>): Search {
  const isBegun = ({ id }: Person) => (conversations[keyOfPerson(id)]?.conversationId ?? null) !== null;
  const begun = search.people.filter(isBegun);
  const known = new Set(search.entries.map(({ id }) => id));
  const lines = begun.flatMap(({ id }) => conversations[keyOfPerson(id)]?.entry ?? []);
  return {
    ...search,
    entries: [...search.entries, ...lines.filter(({ id }) => !known.has(id))],
    people: search.people.filter((person) => !isBegun(person)),
  };
}

/** The group that is open and that the reader is in; null for none, and for a direct conversation. */
export function findOpenGroup(state: InboxState): string | null {
  const entry = selectedConversation(state)?.entry ?? null;
  return entry !== null && entry.kind === 'group' && entry.role !== null ? entry.id : null;
}
