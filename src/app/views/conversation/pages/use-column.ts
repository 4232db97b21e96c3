import { useState } from 'react';
import type { ShownMessage } from '../../../definitions';
import type { ConversationState } from '../state/conversation-state';
import type { ConversationActions } from '../use-conversations';
import type { Unread } from '../use-unread';
import type { ShownPart } from './shown-part';

/** How many that were read stand above those that were opened, for their context. */
const beforeOpened = 2;

interface Options {
  readonly to: string;
  readonly conversation: ConversationState;
  /** Those of its messages that may be shown. */
  readonly known: readonly ShownMessage[];
  readonly unread: Unread;
  readonly actions: Pick<ConversationActions, 'loadPage'>;
  /** How many of the newest stand there before older ones are asked for; without it all that are known. */
  readonly most: number | undefined;
}

/** The thread as one column that grows upward, beside an issue. */
export function useColumn({ to, conversation, known, unread, actions, most }: Options): ShownPart {
  const [isWhole, setWhole] = useState(most === undefined);
  const { before } = conversation;
  const opened = unread.begin === null ? -1 : known.findIndex(({ id }) => id === unread.begin);
  const begin = opened >= 0 ? opened - beforeOpened : isWhole || most === undefined ? 0 : known.length - most;
  const shown = known.slice(Math.max(0, begin));
  const isCut = shown.length < known.length;
  const showOlder = () => {
    setWhole(true);
    unread.endBeginning();
    if (!isCut && before !== null) void actions.loadPage(to, before);
  };
  return { shown, earlier: isCut || before !== null ? showOlder : null, later: null, latest: null };
}
