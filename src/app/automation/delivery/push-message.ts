import { setTimeout as wait } from 'node:timers/promises';
import { RateLimitError } from '@forge/events';
import { timeLeft } from '../../client/deadline';
import { pushEvent } from '../../notices/queue/push-event';
import type { RuleMessage } from './rule-message';

/** For how long the queue is asked again, where its invocation has as much left. */
const pushRetryForMs = 30_000;
/** Between two tries, in milliseconds: by chance, so that the many of a storm do not come back at one moment. */
const shortest = 1_000;
const longest = 5_000;

/**
 * Puts a message into the outbox. The platform takes 500 events a minute of an app: what comes beyond them is not
 * refused at once, but waits for up to 30 seconds.
 * @param delayInSeconds 0 to 900, the platform's most
 * @throws what `@forge/events` throws where the platform does not take it
 */
export async function pushMessage(message: RuleMessage, delayInSeconds = 0): Promise<void> {
  const end = performance.now() + timeLeft(pushRetryForMs);
  for (;;) {
    try {
      return await pushEvent({ ...message }, delayInSeconds);
    } catch (error) {
      const pause = shortest + Math.random() * (longest - shortest);
      if (!(error instanceof RateLimitError) || performance.now() + pause > end) throw error;
      await wait(pause);
    }
  }
}
