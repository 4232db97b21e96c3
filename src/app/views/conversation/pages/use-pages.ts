import { useEffect, useRef, useState } from 'react';
import type { ShownMessage } from '../../../definitions';
import type { ConversationState } from '../state/conversation-state';
import type { ConversationActions } from '../use-conversations';
import type { Unread } from '../use-unread';
import { choosePage, type PageAt } from './choose-page';
import type { ShownPart } from './shown-part';
import { useSeeing } from './use-seeing';

/** How many that were read stand above those that were opened, for their context. */
const beforeOpened = 2;

interface Options {
  readonly to: string;
  readonly conversation: ConversationState;
  /** Those of its messages that may be shown. */
  readonly known: readonly ShownMessage[];
  readonly unread: Unread;
  /** Whether the thread is shown so; a hook of its own stands for a column. */
  readonly isPaged: boolean;
  readonly actions: Pick<ConversationActions, 'loadPage' | 'loadApart' | 'leaveApart' | 'showPartly'>;
}

/**
 * A page of the thread that fits on the screen, in the place of all of it: what is turned to takes the place of what stood
 * there, and nothing else moves. What was opened counts as read page by page.
 */
export function usePages({ to, conversation, known, unread, actions, isPaged }: Options): ShownPart {
  const { messages, apart, before, foundId, outgoing } = conversation;
  const [turned, setTurned] = useState<{ readonly to: PageAt; readonly since: string } | null>(null);
  // What was looked for or opened anew is turned to by itself.
  const since = `${foundId} ${unread.begin}`;
  const at = turned?.since === since ? turned.to : beginAt(known, foundId, unread.begin);
  // Who turned elsewhere while it was under way stays there.
  const turn = (place: PageAt) => setTurned((now) => (now === turned ? { to: place, since } : now));
  const { from, to: end } = choosePage(known, at);
  const shown = known.slice(from, end);
  const [first, last] = [shown[0], shown.at(-1)];

  async function earlier(): Promise<void> {
    if (first === undefined) return;
    const place = { kind: 'before', id: first.id } as const;
    if (choosePage(known, place).from === 0) {
      if (apart !== null && apart.before !== null) await actions.loadApart(to, 'before', apart.before);
      else if (apart === null && before !== null) await actions.loadPage(to, before);
    }
    turn(place);
  }

  async function later(): Promise<void> {
    if (last === undefined) return;
    const place = { kind: 'after', id: last.id } as const;
    if (apart !== null && apart.after !== null && choosePage(known, place).to === known.length) {
      await actions.loadApart(to, 'after', apart.after);
    }
    turn(place);
  }

  function latest(): void {
    // Also where what was looked for is still under way: it would take the place of these.
    const leaves = apart !== null || !known.some(({ id }) => id === foundId);
    if (leaves && foundId !== null) actions.leaveApart(to);
    setTurned({ to: { kind: 'latest' }, since: leaves ? `null ${unread.begin}` : since });
  }

  // What one sends stands at the end, and there one looks then.
  const sending = new Set(outgoing.filter(({ problem }) => problem === null).map(({ key }) => key));
  const wasSending = useRef(sending);
  useEffect(() => {
    if (isPaged && [...sending].some((key) => !wasSending.current.has(key))) latest();
    wasSending.current = sending;
  });

  useSeeing({ to, conversation, unread, actions, isPaged }, shown);

  const isEnd = end === known.length && apart === null;
  return {
    shown,
    earlier: from > 0 || (apart ?? conversation).before !== null ? () => void earlier() : null,
    later: isEnd ? null : () => void later(),
    latest: isEnd || messages.length === 0 ? null : latest,
  };
}

/** Opening what is new leaves what was looked for: where both are known, the latter was chosen after it. */
function beginAt(known: readonly ShownMessage[], foundId: string | null, opened: string | null): PageAt {
  if (foundId !== null && known.some(({ id }) => id === foundId)) return { kind: 'around', id: foundId };
  if (opened !== null) {
    const index = known.findIndex(({ id }) => id === opened);
    const first = known[Math.max(0, index - beforeOpened)];
    if (index !== -1 && first !== undefined) return { kind: 'from', id: first.id };
  }
  return { kind: 'latest' };
}
