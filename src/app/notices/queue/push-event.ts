import { Queue } from '@forge/events';

/**
 * Puts an event into the app's one queue, `outbox`.
 * @param body plain JSON; `kind` says for whom it is
 * @param delayInSeconds 0 to 900, the platform's most
 * @throws what `@forge/events` throws where the platform does not take it
 */
export async function pushEvent(
  body: Readonly<Record<string, unknown>> & { readonly kind: string },
  delayInSeconds = 0,
): Promise<void> {
  const event = { body: { ...body }, ...(delayInSeconds > 0 ? { delayInSeconds } : {}) };
  await new Queue({ key: 'outbox' }).push(event);
}
