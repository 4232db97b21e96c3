import { signRealtimeToken } from '@forge/realtime';
import { liveChannel } from '../../definitions';
import type { SiteAsker } from './asker';

/**
 * A token that hears the asker's own hints and no others, since the platform checks what it claims. Null where there is
 * none: the view then asks again every now and then.
 */
export async function signLiveToken({ accountId }: SiteAsker): Promise<{ token: string | null; expiresAt: number }> {
  try {
    const { token, expiresAt } = await signRealtimeToken(liveChannel, { accountId }, ['subscribe']);
    const isGiven = typeof token === 'string' && typeof expiresAt === 'number';
    return isGiven ? { token, expiresAt } : { token: null, expiresAt: 0 };
  } catch {
    return { token: null, expiresAt: 0 };
  }
}
