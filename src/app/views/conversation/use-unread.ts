import { useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../../definitions';
import type { ViewProblem } from '../shared/view-problem';
import type { ConversationState } from './state/conversation-state';
import { findUnread, mostCounted, reachesBack } from './state/find-unread';
import type { ConversationActions } from './use-conversations';

/** An end to how far back the new messages are looked for. */
const mostPages = 8;

interface Manner {
  /** Whether what is opened is shown page by page: then it is read as it is shown, which `markReadTo` says. */
  readonly isPaged: boolean;
  readonly isAttended: boolean;
  /** How many of the newest stand there by themselves. */
  readonly most: number;
}

/** What is new in a conversation, and whether it is shown. */
export interface Unread {
  /** What is new and stands collapsed, also where it is not loaded yet; 100 is 100 or more. */
  readonly count: number;
  readonly isHidden: (message: ShownMessage) => boolean;
  /** The first one that was opened, with which the list begins, so that it is in sight; null for a list as it is. */
  readonly begin: string | null;
  /** The first one that was new when it was last shown, and stays so for the view: a line stands before it. Null for none. */
  readonly first: string | null;
  readonly isOpening: boolean;
  /** Why what was opened or marked is not read. */
  readonly problem: ViewProblem | null;
  /** Shows what is new, and says that it is read. */
  open(): void;
  markRead(): void;
  /** Lets the list begin where it does by itself. */
  endBeginning(): void;
  /** Up to where what is new was opened; null while it is collapsed, and where not all of it could be shown. */
  readonly openedTo: string | null;
  /** Says that what was opened is read up to this message. */
  markReadTo(id: string): void;
  /** What was opened counts as new again. */
  close(): void;
}

/**
 * A view does not know what its reader has scrolled to, so that it takes for read what they open, answer, or say is
 * read: until then what is new stands collapsed. Where not all of it could be shown, nothing is read by opening it.
 * What comes while somebody attends to the end of the conversation, and nothing else is new, they see come.
 */
export function useUnread(
  to: string,
  conversation: ConversationState,
  actions: Pick<ConversationActions, 'loadPage' | 'leaveApart' | 'markRead'>,
  { isPaged, isAttended, most }: Manner,
): Unread {
  const { unreadCount, upTo, isLoaded, isFetching, foundId } = conversation;
  const [openedTo, setOpenedTo] = useState<string | null>(null);
  const [begin, setBegin] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const [isWholly, setWholly] = useState(false);
  const pages = useRef(0);

  const found = findUnread(conversation);
  const unopened = found.filter(({ id }) => openedTo === null || id > openedTo);
  const isAllThere = reachesBack(conversation, found.length);
  // Up to where all was read while somebody attends. What is marked as new again, here or elsewhere, lies before it.
  const allReadTo = useRef<string | null>(null);
  const isFollowed = isAttended && isLoaded && !isOpening && foundId === null;
  const isSeenComing = isFollowed && allReadTo.current !== null && isAllThere && isLater(found, allReadTo.current);
  const hidden = new Set(isSeenComing ? [] : unopened.map(({ id }) => id));
  const first = useRef<string | null>(null);
  // While it is collapsed no line says where it begins; once it is shown, however that came, the line stands there.
  const [firstHidden] = hidden;
  if (firstHidden !== undefined) first.current = firstHidden;
  // Where the count is no count any more, what was shown of it leaves no less.
  const isCounted = unreadCount < mostCounted || isAllThere;
  const count = isCounted ? Math.max(0, unreadCount - (found.length - hidden.size)) : unreadCount;

  async function markRead(id: string | null): Promise<void> {
    setProblem(id === null ? null : await actions.markRead(to, id));
  }

  // What is new may reach further back than what is loaded: page by page, each asked for when the one before is there.
  useEffect(() => {
    if (!isOpening || isFetching || !isLoaded) return;
    const goesOn = !isAllThere && pages.current < mostPages && conversation.problem === null;
    if (goesOn) {
      pages.current += 1;
      void actions.loadPage(to, conversation.before);
      return;
    }
    setOpening(false);
    setOpenedTo(upTo);
    setBegin(found[0]?.id ?? null);
    if (isAllThere && !isPaged) void markRead(upTo);
    setWholly(isAllThere);
  });

  useEffect(() => {
    if (!isFollowed) allReadTo.current = null;
    else if (found.length === 0) allReadTo.current = count === 0 ? (upTo ?? '') : null;
    else if (isSeenComing && unopened.length > 0) {
      setOpenedTo(upTo);
      if (unopened.length > most) setBegin(unopened[0]?.id ?? null);
      setWholly(true);
      if (!isPaged) void markRead(upTo);
    }
  });

  return {
    count: isLoaded ? count : 0,
    isHidden: ({ id }) => hidden.has(id),
    begin,
    first: first.current,
    isOpening,
    problem,
    open() {
      pages.current = 0;
      // What is new is not among the messages around the one that was looked for.
      if (foundId !== null) actions.leaveApart(to);
      setOpening(true);
    },
    markRead: () => void markRead(upTo),
    openedTo: isWholly ? openedTo : null,
    markReadTo: (id) => void markRead(id),
    endBeginning: () => setBegin(null),
    close() {
      setOpenedTo(null);
      setBegin(null);
    },
  };
}

function isLater(messages: readonly ShownMessage[], than: string): boolean {
  return messages.every(({ id }) => id > than);
}
