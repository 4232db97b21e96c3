import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import { AppError } from '../errors/app-error';

/** Milliseconds between two reads, whoever asks for a key that is not there, and after a read that failed. */
const cooldown = 30_000;

/** Milliseconds after which the keys are read again, and for which they hold in all while that fails. */
const life = 600_000;
const longestLife = 3_600_000;

const fetchTimeoutMs = 5_000;

/**
 * The keys that prove Forge tokens, read from `url` when they are needed. While they cannot be read, the last ones hold
 * for an hour; nobody can make a read that has just failed be tried again. `onUnread` is told of each that failed.
 * @throws AppError `unavailable` while a key is not known because the keys cannot be read; what the library throws of
 * one that is not among those published, which is the token's fault.
 */
export function createForgeKeys(url: URL, now: () => Date, onUnread: (error: unknown) => void): JWTVerifyGetKey {
  const reading = rememberKeys(now, onUnread);
  const keys = createRemoteJWKSet(url, {
    cooldownDuration: cooldown,
    cacheMaxAge: life,
    timeoutDuration: fetchTimeoutMs,
    [customFetch]: reading.fetch,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isTheTokens = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      if (isTheTokens && !reading.hasFailed()) throw error;
      throw new AppError('unavailable', 'The keys that prove Forge tokens cannot be read at the moment.', {
        retryAfter: reading.secondsToNext(),
      });
    }
  };
}

/** `fetch` for the library, which itself remembers neither a failure nor, after their time, the keys before it. */
function rememberKeys(now: () => Date, onUnread: (error: unknown) => void) {
  let good: { readonly text: string; readonly at: number } | null = null;
  let failedAt: number | null = null;

  const nextTryAt = () => (failedAt ?? Number.NEGATIVE_INFINITY) + cooldown;

  const fetchKeys: FetchImplementation = async (url, options) => {
    const at = now().getTime();
    if (at >= nextTryAt()) {
      try {
        good = { text: await readText(url, options), at };
        failedAt = null;
      } catch (error) {
        failedAt = at;
        onUnread(error);
      }
    }
    // The library takes what it is given for new, and asks again after the life of the keys.
    if (good !== null && at + life <= good.at + longestLife) return new Response(good.text);
    throw new Error('The keys cannot be read.');
  };
  return {
    fetch: fetchKeys,
    hasFailed: () => failedAt !== null,
    secondsToNext: () => Math.max(1, Math.ceil((nextTryAt() - now().getTime()) / 1000)),
  };
}

/** @throws Error for an answer that holds no keys. */
async function readText(...[url, options]: Parameters<FetchImplementation>): Promise<string> {
  const response = await fetch(url, options);
  if (response.status !== 200) throw new Error(`The keys were answered ${response.status}`);
  const text = await response.text();
  const body: unknown = JSON.parse(text);
  if (body instanceof Object && 'keys' in body && Array.isArray(body.keys) && body.keys.every(isObject)) return text;
  throw new Error('The answer holds no keys');
}

function isObject(value: unknown): boolean {
  return value instanceof Object;
}
