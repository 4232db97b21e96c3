import { randomBytes } from 'node:crypto';
import { webTrigger } from '@forge/api';
import type { TriggerState } from '../../definitions';
import { type KeptSecret, keepTriggerSecret, loadTriggerSecret } from '../../storage/trigger-secret';

/** The web trigger of the manifest, as `modules.webtrigger` names it. */
const triggerKey = 'send-message-hook';

/** Where rules send their web requests, and since when the secret is valid. @throws StorageError */
export async function readTrigger(): Promise<TriggerState> {
  const [url, kept] = await Promise.all([findUrl(), loadTriggerSecret()]);
  return describe(url, kept);
}

/** A new secret of 32 random bytes. What is kept of it cannot give it out again. @throws StorageError */
export async function rotateTrigger(now: Date): Promise<{ secret: string; trigger: TriggerState }> {
  const secret = randomBytes(32).toString('base64url');
  const kept = await keepTriggerSecret(secret, now.toISOString());
  return { secret, trigger: describe(await findUrl(), kept) };
}

/** Null where the platform does not say; the page can do without for a while. */
async function findUrl(): Promise<string | null> {
  try {
    return await webTrigger.getUrl(triggerKey);
  } catch {
    return null;
  }
}

function describe(url: string | null, kept: KeptSecret | null): TriggerState {
  return { url, madeAt: kept?.madeAt ?? null };
}
