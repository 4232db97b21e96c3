import { publishGlobal, signRealtimeToken } from '@forge/realtime';
import { withinTime } from '../client/within-time';
import { type LiveHint, liveChannel } from '../resolvers/definitions';

/** A hint that is late is worth nothing: views ask again by themselves. Milliseconds. */
const patience = 1_500;

/**
 * Tells the open views of this account, and of nobody else, that something has changed. Carries ids and never words.
 * Never throws and never takes longer than 1.5 seconds: a view that hears nothing asks again after a while.
 */
export async function publishHint(receiver: string, { conversationId, issueId }: LiveHint): Promise<void> {
  try {
    await withinTime(patience, publish(receiver, { conversationId, issueId }));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    console.warn(`No live hint about conversation ${conversationId ?? '-'}, issue ${issueId ?? '-'}: ${why}`);
  }
}

/** Global channels are heard by every app view that has a token; whose hints it hears is what the token claims. */
async function publish(receiver: string, hint: LiveHint): Promise<void> {
  const { token, errors } = await signRealtimeToken(liveChannel, { accountId: receiver }, ['publish']);
  if (token === null) throw new Error(nameError(errors));
  const published = await publishGlobal(liveChannel, { ...hint }, { token });
  if (published.errors !== undefined) throw new Error(nameError(published.errors));
}

function nameError(errors: readonly { readonly message?: string }[] | undefined): string {
  return errors?.[0]?.message ?? 'no answer';
}
