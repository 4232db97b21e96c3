import { signRealtimeToken } from '@forge/realtime';
import { liveChannel } from '../../definitions';
import type { SiteAsker } from './asker';

interface LiveToken {
  readonly token: string | null;
  readonly expiresAt: number;
  readonly isBusy: boolean;
}

const none = { token: null, expiresAt: 0 } as const;

/**
 * A token that hears the asker's own hints and no others, since the platform checks what it claims. Null where there is
 * none: the view then asks again every now and then.
 */
export async function signLiveToken({ accountId }: SiteAsker): Promise<LiveToken> {
  try {
    const signed = await signRealtimeToken(liveChannel, { accountId }, ['subscribe']);
    const { token, expiresAt } = signed;
    const isGiven = typeof token === 'string' && typeof expiresAt === 'number';
    return isGiven ? { token, expiresAt, isBusy: false } : { ...none, isBusy: saysBusy(signed) };
  } catch (error) {
    return { ...none, isBusy: saysBusy({ errors: [error] }) };
  }
}

/** By the code that the changelog names (CHANGE-3246), wherever the platform puts it. */
function saysBusy({ errors }: { readonly errors?: unknown }): boolean {
  const said = Array.isArray(errors) ? (errors as unknown[]) : [];
  return said.some((error) => {
    const { message, extensions } = (error ?? {}) as { message?: unknown; extensions?: { errorType?: unknown } };
    return /RATE_LIMIT_EXCEEDED/.test(`${String(message)} ${String(extensions?.errorType)}`);
  });
}
