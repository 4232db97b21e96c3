import { events } from '@forge/bridge';
import type { LiveHint } from '../../definitions';
import { listenForHints } from './listen-for-hints';
import { noteHeard } from './page-activity';
import { parseHint } from './parse-hint';

/**
 * What the views of one page say to each other. On an issue its background script is the one subscriber, and hands what
 * it hears to the panel, the context and the dialog. They may be drawn in any order, so that each side speaks first.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-view-background-script/
 */
const isHere = 'aside.script-is-here';
const isAsked = 'aside.is-a-script-here';
const isShown = 'aside.a-view-is-here';
const heard = 'aside.hint';
const told = 'aside.told';

/** How long a view waits for a script to say that it is here, before it listens by itself. Milliseconds. */
export const waitForScript = 10_000;

export interface OfferedHints {
  hand(hint: LiveHint): void;
  /** Whether a view of the app stands on the page: it says by itself what is new. */
  hasView(): boolean;
  end(): void;
}

/** The background script's side: says that it is here, and hands on each hint. */
export function offerHints(): OfferedHints {
  let hasView = false;
  const see = () => {
    hasView = true;
  };
  const stops = [
    on(isShown, see),
    on(isAsked, () => {
      see();
      emit(isHere, {});
    }),
  ];
  emit(isHere, {});
  return {
    hand: (hint) => emit(heard, { ...hint }),
    hasView: () => hasView,
    end() {
      for (const stop of stops) stop();
    },
  };
}

/** A view's side: hears what the page's script hears, or by itself where the page has none. @returns what ends it. */
export function hearFromPage(onHint: (hint: LiveHint) => void): () => void {
  let own: (() => void) | null = null;
  const timer = setTimeout(() => {
    own = listenForHints(onHint, 0, null, waitForScript);
  }, waitForScript);
  const giveWay = () => {
    clearTimeout(timer);
    own?.();
    own = null;
  };
  const giveWayTo = () => {
    giveWay();
    emit(isShown, {});
    // The script hears for this view as long as the page is there.
    noteHeard(Number.POSITIVE_INFINITY);
  };
  const stops = [on(isHere, giveWayTo), on(heard, (payload) => onHint(parseHint(payload)))];
  emit(isAsked, {});
  return () => {
    giveWay();
    for (const stop of stops) stop();
  };
}

export interface ToldMessages {
  /** Whether nobody on this page has told of this message yet; from then on somebody has. */
  take(messageId: string): boolean;
  end(): void;
}

/** Of which messages a flag has told on this page, whichever of its views showed it: there is one flag for a message. */
export function shareTold(): ToldMessages {
  const known = new Set<string>();
  const end = on(told, (payload) => {
    const { messageId } = (typeof payload === 'object' && payload !== null ? payload : {}) as { messageId?: unknown };
    if (typeof messageId === 'string') known.add(messageId);
  });
  return {
    take(messageId) {
      if (known.has(messageId)) return false;
      known.add(messageId);
      emit(told, { messageId });
      return true;
    },
    end,
  };
}

function emit(event: string, payload: object): void {
  void Promise.resolve(events.emit(event, payload)).catch(() => undefined);
}

function on(event: string, hear: (payload: unknown) => void): () => void {
  const listening = events.on(event, hear);
  return () => void listening.then((it) => it?.unsubscribe()).catch(() => undefined);
}
