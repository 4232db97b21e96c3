import { isDeepStrictEqual } from 'node:util';
import type { RuleBook } from '../../rules/rules';

/** Where an event goes: everyone on the channel with the same claims, and on a channel that is not global only there. */
export interface ChannelPlace {
  readonly channel: string;
  readonly isGlobal: boolean;
  /** Of the token; undefined without one. Whoever has none hears only who has none. */
  readonly claims: unknown;
  /** Module and issue, on which a channel is that is not global. Null in a subscription hears all of them. */
  readonly place: string | null;
}

export interface ChannelHub {
  /** @param event JSON. @returns how many heard it. */
  publish(to: ChannelPlace, event: string): number;
  /** @param replayMs how far back what was published before is heard as well, the oldest first. @returns what ends it. */
  subscribe(at: ChannelPlace, listener: (event: string) => void, replayMs?: number): () => void;
}

interface Published {
  readonly to: ChannelPlace;
  readonly event: string;
  readonly at: number;
}

/** What is told again to whoever comes later; how much the platform keeps is documented nowhere. */
const keptMs = 60_000;
const mostKept = 1_000;

export function createChannelHub(rules: RuleBook, now: () => number = Date.now): ChannelHub {
  let published: readonly Published[] = [];
  const listeners = new Map<(event: string) => void, ChannelPlace>();
  return {
    publish: (to, event) => {
      const heard = [...listeners].filter(([, at]) => hears(at, to, rules));
      for (const [listener] of heard) listener(event);
      const since = now() - keptMs;
      published = [...published.filter(({ at }) => at >= since), { to, event, at: now() }].slice(-mostKept);
      return heard.length;
    },
    subscribe: (at, listener, replayMs = 0) => {
      const own = (event: string): void => listener(event);
      listeners.set(own, at);
      const since = now() - replayMs;
      for (const one of published) if (one.at > since && hears(at, one.to, rules)) listener(one.event);
      return () => listeners.delete(own);
    },
  };
}

function hears(at: ChannelPlace, to: ChannelPlace, rules: RuleBook): boolean {
  if (at.channel !== to.channel || at.isGlobal !== to.isGlobal) return false;
  if (!at.isGlobal && at.place !== null && at.place !== to.place) return false;
  return isDeepStrictEqual(at.claims, to.claims) || !rules.hold('claims-match-exactly');
}
