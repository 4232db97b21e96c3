import type { OperationId } from '../../../contract/operations';
import type { Config } from '../../config/config';
import type { SendCount, SendQuota } from '../../conversation/conversation-store';
import { AppError } from '../../errors/app-error';
import type { Caller } from '../../identity/caller';
import { WindowCounter } from '../../limits/window-counter';

/** Which parameter of the path names the conversation, in the operations that send. */
const placeOfSend: Partial<Record<OperationId, 'userId' | 'conversationId'>> = {
  UserMessagePostHandler: 'userId',
  ConversationMessagePostHandler: 'conversationId',
};

/** What a caller has used of a limit, this request included. */
export interface Usage {
  readonly kind: 'sends' | 'reads';
  readonly key: string;
  readonly limit: number;
  readonly used: number;
  readonly endsAt: Date;
  /** What the store has to count, for all nodes; null for what each node counts for itself. */
  readonly quota: SendQuota | null;
}

export interface RateLimits {
  /**
   * Counts a request before anything of it is looked at, so that one that is refused counts, too. `id` is null where
   * there is no such operation. Null: no limit.
   */
  count(id: OperationId | null, caller: Caller, params: Readonly<Record<string, string>>): Usage | null;
  /** The same usage with what all nodes have counted. */
  settle(usage: Usage, shared: SendCount): Usage;
  /** @throws AppError `rate_limited` when more was used than the limit allows. */
  enforce(usage: Usage): void;
}

/**
 * Sends are counted for each account, or for each client (and the app itself) and conversation: here as they come and
 * in the store as they are kept. All other requests are counted for each caller, on this node alone.
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
      const site = params['cloudId']?.toLowerCase() ?? '';
      // Of sites that somebody makes up there is no end: a send into one is not counted by its place.
      if (place === undefined || !caller.sites.has(site)) {
        return add('reads', `reads ${caller.id}`, rates.reads, null);
      }
      const isUser = caller.kind === 'user';
      const named = params[place] ?? '';
      const subject = isUser ? '' : place === 'conversationId' ? named.toLowerCase() : named;
      const limit = isUser ? rates.sendsOfAccount : rates.sendsOfClient;
      return add('sends', `sends ${site} ${caller.id} ${subject}`, limit, { subject, limit });
    },
    settle(usage, shared) {
      const { count, endsAt } = counter.raise(usage.key, { count: shared.sends, endsAt: shared.endsAt.getTime() });
      return { ...usage, used: count, endsAt: new Date(endsAt) };
    },
    enforce({ kind, limit, used, endsAt }) {
      if (used <= limit) return;
      onLimited(kind);
      const retryAfter = Math.max(1, Math.ceil((endsAt.getTime() - now().getTime()) / 1000));
      throw new AppError('rate_limited', 'request has been rate limited', { retryAfter });
    },
  };

  function add(kind: Usage['kind'], key: string, limit: number, quota: SendQuota | null): Usage | null {
    if (limit === 0) return null;
    const { count, endsAt } = counter.add(key, now().getTime());
    return { kind, key, limit, used: count, endsAt: new Date(endsAt), quota };
  }
}

/** The headers that the original had. `Reset` is a time in ISO 8601. */
export function describeUsage({ limit, used, endsAt }: Usage): Readonly<Record<string, string>> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(Math.max(0, limit - used)),
    'X-RateLimit-Reset': endsAt.toISOString(),
  };
}
