import type { InboxEntry, InboxHit, InboxPage } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import { findTurn } from '../../conversation/state/change-follow-up';
import { unknownConversation } from '../../conversation/state/conversation-state';
import { type ConversationEvent, reduceConversation } from '../../conversation/state/reduce-conversation';
import type { ViewProblem } from '../../shared/view-problem';
import { emptyList, type InboxState, type KnownIssue, type ListName } from './inbox-state';
import { appendEntries, renewEntries } from './merge-entries';

interface SearchPage extends InboxPage {
  readonly hits: readonly InboxHit[];
  readonly mayBegin?: boolean;
}

export type InboxEvent =
  | { readonly type: 'list-asked'; readonly list: ListName }
  /** `after` is the cursor that it was asked with; empty for the first page. */
  | { readonly type: 'list-came'; readonly list: ListName; readonly after: string; readonly page: InboxPage }
  | { readonly type: 'list-failed'; readonly list: ListName; readonly problem: ViewProblem }
  | { readonly type: 'list-chosen'; readonly list: ListName }
  | { readonly type: 'issue-chosen'; readonly issue: KnownIssue }
  | { readonly type: 'search-asked'; readonly text: string; readonly after: string }
  | {
      readonly type: 'search-came';
      readonly text: string;
      readonly after: string;
      readonly page: SearchPage;
      /** Whom Jira found by these words, and the work item whose key they are; of the first page. */
      readonly people: readonly Person[];
      readonly issue: KnownIssue | null;
    }
  | { readonly type: 'search-failed'; readonly text: string; readonly problem: ViewProblem }
  | { readonly type: 'search-ended' }
  | { readonly type: 'selected'; readonly id: string | null; readonly message: string | null }
  | { readonly type: 'entry-changed'; readonly id: string; readonly change: Partial<InboxEntry> }
  /** It stands in another list now, or in none. */
  | { readonly type: 'entry-moved'; readonly id: string }
  | { readonly type: 'blocked'; readonly people: readonly string[] }
  | ConversationEvent;

/** The inbox after an event. Pure; an event that no longer fits (an earlier search's answer) changes nothing. */
export function reduceInbox(state: InboxState, event: InboxEvent): InboxState {
  switch (event.type) {
    case 'list-asked':
    case 'list-came':
    case 'list-failed':
      return reduceList(state, event);
    case 'list-chosen':
      return { ...state, chosen: event.list };
    case 'issue-chosen':
      return {
        ...state,
        chosen: 'issue',
        issue: event.issue,
        search: null,
        lists: { ...state.lists, issue: event.issue.id === state.issue?.id ? state.lists.issue : emptyList },
      };
    case 'search-asked':
    case 'search-came':
    case 'search-failed':
      return reduceSearch(state, event);
    case 'search-ended':
      return { ...state, search: null };
    case 'selected':
      return select(state, event.id, event.message);
    case 'entry-changed':
      return changeEntries(state, (entry) => (entry.id === event.id ? [{ ...entry, ...event.change }] : [entry]));
    case 'entry-moved':
      return changeEntries(state, (entry) => (entry.id === event.id ? [] : [entry]));
    case 'blocked':
      return { ...state, blocked: event.people };
    default: {
      const known = state.conversations[event.in];
      if (known === undefined) return state;
      const changed = reduceConversation(known, event);
      const next = { ...state, conversations: { ...state.conversations, [event.in]: changed } };
      return showInLists(next, event);
    }
  }
}

function reduceList(
  state: InboxState,
  event: Extract<InboxEvent, { readonly type: `list-${'asked' | 'came' | 'failed'}` }>,
): InboxState {
  const known = state.lists[event.list];
  const next = (change: Partial<typeof known>) => ({
    ...state,
    lists: { ...state.lists, [event.list]: { ...known, ...change } },
  });
  switch (event.type) {
    case 'list-asked':
      return next({ isFetching: true, problem: null });
    case 'list-failed':
      return next({ isFetching: false, problem: event.problem });
    case 'list-came': {
      const { after } = event;
      const { own, ...page } = event.page;
      const more = () => ({ entries: appendEntries(known.entries, page.entries), cursor: page.cursor });
      const came = next({ ...(after === '' ? renewEntries(known, page) : more()), isLoaded: true, isFetching: false });
      return own === undefined ? came : { ...came, own };
    }
  }
}

function reduceSearch(
  state: InboxState,
  event: Extract<InboxEvent, { readonly type: `search-${'asked' | 'came' | 'failed'}` }>,
): InboxState {
  const { text } = event;
  const known = state.search?.text === text ? state.search : null;
  if (event.type === 'search-asked') {
    const empty = { entries: [], hits: [], people: [], issue: null, cursor: '', isLoaded: false };
    const search = known === null || event.after === '' ? empty : known;
    return { ...state, search: { ...search, text, isFetching: true, problem: null } };
  }
  if (known === null) return state;
  if (event.type === 'search-failed') {
    return { ...state, search: { ...known, isFetching: false, problem: event.problem } };
  }
  const { entries, hits, cursor, mayBegin = false } = event.page;
  const have = new Set(entries.map(({ person }) => person?.id));
  const people = mayBegin ? event.people.filter(({ id }) => !have.has(id)) : [];
  const found = event.after === '' ? { entries, hits, people, issue: event.issue } : { hits: [...known.hits, ...hits] };
  return { ...state, search: { ...known, ...found, cursor, isLoaded: true, isFetching: false } };
}

function select(state: InboxState, id: string | null, message: string | null): InboxState {
  if (id === null) return { ...state, selected: null };
  const known = state.conversations[id] ?? unknownConversation;
  // What the lists know of it stands there at once, before its messages do.
  const entry = known.entry ?? findEntry(state, id);
  const shown = { ...known, entry, foundId: message, apart: null };
  return { ...state, selected: id, conversations: { ...state.conversations, [id]: shown } };
}

function findEntry({ lists, search }: InboxState, id: string): InboxEntry | null {
  const shown = [...Object.values(lists).flatMap(({ entries }) => entries), ...(search?.entries ?? [])];
  return shown.find((entry) => entry.id === id) ?? null;
}

/** What an answer, a message of one's own or a look at the newest says about a conversation's line in the lists. */
function showInLists(state: InboxState, event: ConversationEvent): InboxState {
  const id = state.conversations[event.in]?.conversationId ?? event.in;
  const change = (update: (entry: InboxEntry) => InboxEntry) =>
    changeEntries(state, (entry) => (entry.id === id ? [update(entry)] : [entry]));
  const known = state.conversations[event.in];
  const follow = known === undefined ? {} : { turn: findTurn(known), reminder: known.reminders[0]?.due ?? null };
  switch (event.type) {
    case 'came': {
      const { entry } = event.conversation;
      return entry === null ? state : change(() => entry);
    }
    case 'sent': {
      const last = {
        from: 'me',
        text: event.text.slice(0, 140),
        isDeleted: false,
        ts: event.message.ts,
        notice: null,
      } as const;
      return change((entry) => ({ ...entry, last, ...follow }));
    }
    case 'question-changed':
    case 'reminded':
    case 'removed':
      return change((entry) => ({ ...entry, ...follow }));
    case 'read': {
      const unreadCount = state.conversations[event.in]?.unreadCount;
      return unreadCount === undefined ? state : change((entry) => ({ ...entry, unreadCount }));
    }
    default:
      return state;
  }
}

/** Changes the lines of a conversation wherever they stand; those that are gone from the lists stay beside them. */
function changeEntries(state: InboxState, change: (entry: InboxEntry) => readonly InboxEntry[]): InboxState {
  const { lists, search, conversations } = state;
  const inList = (list: typeof lists.all) => ({ ...list, entries: list.entries.flatMap(change) });
  return {
    ...state,
    lists: {
      unread: inList(lists.unread),
      mentions: inList(lists.mentions),
      all: inList(lists.all),
      followUp: inList(lists.followUp),
      groups: inList(lists.groups),
      rules: inList(lists.rules),
      drafts: inList(lists.drafts),
      archived: inList(lists.archived),
      issue: inList(lists.issue),
    },
    search: search === null ? null : { ...search, entries: search.entries.flatMap(change) },
    conversations: Object.fromEntries(
      Object.entries(conversations).map(([id, known]) => {
        const entry = known.entry === null ? null : (change(known.entry)[0] ?? known.entry);
        return [id, { ...known, entry }];
      }),
    ),
  };
}
