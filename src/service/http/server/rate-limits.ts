import type { OperationName } from '../../../contract/operations';
import type { Config } from '../../config/config';
import type { SendCount, SendQuota } from '../../conversation/conversation-store';
import { AppError } from '../../errors/app-error';
import type { Caller } from '../../identity/caller';
import { WindowCounter } from '../../limits/window-counter';
import { nameCaller } from './name-caller';

/** Which parameter of the path names the conversation, in the operations that send or count as a send. */
const placeOfSend: Partial<Record<OperationName, 'userId' | 'conversationId'>> = {
  sendDirectMessage: 'userId',
  sendMessage: 'conversationId',
  giveReaction: 'conversationId',
  reportMessage: 'conversationId',
  takeReactionBack: 'conversationId',
  giveDirectReaction: 'userId',
  takeDirectReactionBack: 'userId',
};

/** What was used of one limit, this request included. */
interface Count {
  readonly key: string;
  readonly limit: number;
  readonly used: number;
  readonly endsAt: Date;
}

/** What a caller has used of the limits that hold for a request. */
export interface Usage {
  readonly kind: 'sends' | 'reads';
  readonly counts: readonly [Count, ...Count[]];
  /** What the store has to count, for all nodes, one for each of `counts`; empty for what each node counts for itself. */
  readonly quotas: readonly SendQuota[];
}

export interface RateLimits {
  /**
   * Counts a request before anything of it is looked at, so that one that is refused counts, too. `id` is null where
   * there is no such operation. Null: no limit.
   */
  count(id: OperationName | null, caller: Caller, params: Readonly<Record<string, string>>): Usage | null;
  /** The same usage with what all nodes have counted, in the order of its quotas, and with what a rule's own came to. */
  settle(usage: Usage | null, shared: readonly SendCount[]): Usage | null;
  /** Sends of a rule of an account in a minute; 0: not limited. */
  readonly limitOfRule: number;
  /** @throws AppError `rate_limited` when more was used than the limit allows. */
  enforce(usage: Usage): void;
}

/**
 * Sends are counted for each account, or for each client (and the app itself) and conversation, those of a client also
 * over all of its conversations: here as they come and in the store as they are kept. All other requests are counted for
 * each caller on this node alone. Each count is of one site.
 */
export function createRateLimits(
  rates: Config['rates'],
  now: () => Date,
  onLimited: (kind: Usage['kind']) => void,
): RateLimits {
  const counter = new WindowCounter(50_000);
  return {
    count(id, caller, params) {
      const place = id === null ? undefined : placeOfSend[id];
      const name = nameCaller(caller, params);
      // Of sites that somebody makes up there is no end: a send into one is not counted by its place.
      if (place === undefined || !caller.sites.has(params['cloudId']?.toLowerCase() ?? '')) {
        const reads = add(`reads ${name}`, rates.reads);
        return reads && { kind: 'reads', counts: [reads], quotas: [] };
      }
      const quotas = quotasOf(caller, place, params[place] ?? '').filter(({ limit }) => limit > 0);
      const [first, ...others] = quotas.flatMap(({ subject, limit }) => add(`sends ${name} ${subject}`, limit) ?? []);
      return first === undefined ? null : { kind: 'sends', counts: [first, ...others], quotas };
    },
    limitOfRule: rates.sendsOfAccount,
    settle(usage, shared) {
      const raise = (one: Count, index: number): Count => {
        const other = shared[index];
        if (other === undefined) return one;
        const { count, endsAt } = counter.raise(one.key, { count: other.sends, endsAt: other.endsAt.getTime() });
        return { ...one, used: count, endsAt: new Date(endsAt) };
      };
      const ofRule = shared.flatMap(({ limitOfRule: limit, sends: used, endsAt }) =>
        limit === undefined ? [] : [{ key: '', limit, used, endsAt }],
      );
      const [first, ...others] = [...(usage?.counts.map(raise) ?? []), ...ofRule];
      return first === undefined ? null : { kind: 'sends', quotas: usage?.quotas ?? [], counts: [first, ...others] };
    },
    enforce(usage) {
      const { limit, used, endsAt } = findTightest(usage);
      if (used <= limit) return;
      onLimited(usage.kind);
      const retryAfter = Math.max(1, Math.ceil((endsAt.getTime() - now().getTime()) / 1000));
      throw new AppError('rate_limited', 'request has been rate limited', { retryAfter });
    },
  };

  /** An empty subject is all of the caller's sends on the site. */
  function quotasOf(caller: Caller, place: 'userId' | 'conversationId', named: string): SendQuota[] {
    if (caller.kind === 'user') return [{ subject: '', limit: rates.sendsOfAccount }];
    const subject = place === 'conversationId' ? named.toLowerCase() : named;
    const inOne = { subject, limit: rates.sendsOfClient };
    return caller.kind === 'client' ? [inOne, { subject: '', limit: rates.sendsOfClientInAll }] : [inOne];
  }

  function add(key: string, limit: number): Count | null {
    if (limit === 0) return null;
    const { count, endsAt } = counter.add(key, now().getTime());
    return { key, limit, used: count, endsAt: new Date(endsAt) };
  }
}

/** The limit of which less is left. */
function findTightest({ counts }: Usage): Count {
  const [first, ...others] = counts;
  return others.reduce((least, one) => (one.limit - one.used < least.limit - least.used ? one : least), first);
}

/** The headers that the original had. `Reset` is a time in ISO 8601. */
export function describeUsage(usage: Usage): Readonly<Record<string, string>> {
  const { limit, used, endsAt } = findTightest(usage);
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(Math.max(0, limit - used)),
    'X-RateLimit-Reset': endsAt.toISOString(),
  };
}
