import { Queue } from '@forge/events';
import type { RuleMessage } from './rule-message';

/**
 * Puts a message into the outbox.
 * @param delayInSeconds 0 to 900, the platform's most
 * @throws what `@forge/events` throws where the platform does not take it
 */
export async function pushMessage(message: RuleMessage, delayInSeconds = 0): Promise<void> {
  const queue = new Queue<RuleMessage & Record<string, unknown>>({ key: 'outbox' });
  await queue.push({ body: { ...message }, ...(delayInSeconds > 0 ? { delayInSeconds } : {}) });
}
