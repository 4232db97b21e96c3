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
  /** @returns what ends it. */
  subscribe(at: ChannelPlace, listener: (event: string) => void): () => void;
}

export function createChannelHub(rules: RuleBook): ChannelHub {
  const listeners = new Map<(event: string) => void, ChannelPlace>();
  return {
    publish: (to, event) => {
      const heard = [...listeners].filter(([, at]) => hears(at, to, rules));
      for (const [listener] of heard) listener(event);
      return heard.length;
    },
    subscribe: (at, listener) => {
      const own = (event: string): void => listener(event);
      listeners.set(own, at);
      return () => listeners.delete(own);
    },
  };
}

function hears(at: ChannelPlace, to: ChannelPlace, rules: RuleBook): boolean {
  if (at.channel !== to.channel || at.isGlobal !== to.isGlobal) return false;
  if (!at.isGlobal && at.place !== null && at.place !== to.place) return false;
  return isDeepStrictEqual(at.claims, to.claims) || !rules.hold('claims-match-exactly');
}
