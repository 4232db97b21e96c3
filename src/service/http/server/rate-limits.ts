import type { OperationName } from '../../../contract/operations';
import type { Config } from '../../config/config';
import type { SendCount, SendQuota } from '../../conversation/conversation-store';
import { AppError } from '../../errors/app-error';
import type { Caller } from '../../identity/caller';
import { WindowCounter } from '../../limits/window-counter';
import { nameCaller } from './name-caller';

/** Which parameter of the path names the conversation, in the operations that send. */
const placeOfSend: Partial<Record<OperationName, 'userId' | 'conversationId'>> = {
  sendDirectMessage: 'userId',
  sendMessage: 'conversationId',
};

/** What was used of one limit, this request included. */
interface Count {
  readonly key: string;
  readonly limit: number;
  readonly used: number;
  readonly endsAt: Date;
}

/** What a caller has used of a limit. */
export interface Usage extends Count {
  readonly kind: 'sends' | 'reads';
  /** Of a client's send: the same over all of its conversations on the site. */
  readonly overall: Count | null;
  /** What the store has to count, for all nodes; null for what each node counts for itself. */
  readonly quota: SendQuota | null;
}

export interface RateLimits {
  /**
   * Counts a request before anything of it is looked at, so that one that is refused counts, too. `id` is null where
   * there is no such operation. Null: no limit.
   */
  count(id: OperationName | null, caller: Caller, params: Readonly<Record<string, string>>): Usage | null;
  /** The same usage with what all nodes have counted; that of a rule, where it counts by itself. */
  settle(usage: Usage | null, shared: SendCount): Usage | null;
  /** Sends of a rule of an account in a minute; 0: not limited. */
  readonly limitOfRule: number;
  /** @throws AppError `rate_limited` when more was used than the limit allows. */
  enforce(usage: Usage): void;
}

/**
 * Sends are counted for each account, or for each client (and the app itself) and conversation: here as they come and
 * in the store as they are kept; those of a client over all of its conversations, and all other requests, for each
 * caller on this node alone. Each count is of one site.
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
        return reads && { ...reads, kind: 'reads', overall: null, quota: null };
      }
      const isUser = caller.kind === 'user';
      const named = params[place] ?? '';
      const subject = isUser ? '' : place === 'conversationId' ? named.toLowerCase() : named;
      const limit = isUser ? rates.sendsOfAccount : rates.sendsOfClient;
      const overall = caller.kind === 'client' ? add(`all sends ${name}`, rates.sendsOfClientInAll) : null;
      const sends = add(`sends ${name} ${subject}`, limit);
      if (sends === null) return overall && { ...overall, kind: 'sends', overall: null, quota: null };
      return { ...sends, kind: 'sends', overall, quota: { subject, limit } };
    },
    limitOfRule: rates.sendsOfAccount,
    settle(usage, shared) {
      const { limitOfRule: limit, sends: used, endsAt: end } = shared;
      if (limit !== undefined) return { key: '', kind: 'sends', limit, used, endsAt: end, overall: null, quota: null };
      if (usage === null) return null;
      const { count, endsAt } = counter.raise(usage.key, { count: shared.sends, endsAt: shared.endsAt.getTime() });
      return { ...usage, used: count, endsAt: new Date(endsAt) };
    },
    enforce(usage) {
      const { limit, used, endsAt } = findTightest(usage);
      if (used <= limit) return;
      onLimited(usage.kind);
      const retryAfter = Math.max(1, Math.ceil((endsAt.getTime() - now().getTime()) / 1000));
      throw new AppError('rate_limited', 'request has been rate limited', { retryAfter });
    },
  };

  function add(key: string, limit: number): Count | null {
    if (limit === 0) return null;
    const { count, endsAt } = counter.add(key, now().getTime());
    return { key, limit, used: count, endsAt: new Date(endsAt) };
  }
}

/** The limit of which less is left. */
function findTightest(usage: Usage): Count {
  const { overall } = usage;
  return overall !== null && overall.limit - overall.used < usage.limit - usage.used ? overall : usage;
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
