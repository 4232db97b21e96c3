import { signRealtimeToken } from '@forge/realtime';
import { type LiveClaims, liveChannel } from '../../definitions';
import { ProblemError } from '../../problems/problem-error';
import type { SiteAsker } from './asker';

interface Ask {
  /** A group that the asker has open; null for their own hints. */
  readonly conversationId: string | null;
}

interface LiveToken {
  readonly token: string | null;
  readonly expiresAt: number;
  readonly isBusy: boolean;
}

const none = { token: null, expiresAt: 0 } as const;

/**
 * A token that hears the asker's own hints, or those of a group that they are in, and no others, since the platform
 * checks what it claims. It ends soon, and membership is asked for again with the next one. Null where there is none: the
 * view then asks again every now and then.
 * @throws ProblemError `gone` for a group that the asker is not in; ApiError
 */
export async function signLiveToken(asker: SiteAsker, { conversationId }: Ask): Promise<LiveToken> {
  const claims: LiveClaims = conversationId === null ? { accountId: asker.accountId } : { conversationId };
  if (conversationId !== null) await checkMembership(asker, conversationId);
  try {
    const signed = await signRealtimeToken(liveChannel, { ...claims }, ['subscribe']);
    const { token, expiresAt } = signed;
    const isGiven = typeof token === 'string' && typeof expiresAt === 'number';
    return isGiven ? { token, expiresAt, isBusy: false } : { ...none, isBusy: saysBusy(signed) };
  } catch (error) {
    return { ...none, isBusy: saysBusy({ errors: [error] }) };
  }
}

async function checkMembership({ accountId, client, site }: SiteAsker, conversationId: string): Promise<void> {
  const { values } = await client.getRoster({ params: { cloudId: site, conversationId } });
  if (!values.includes(accountId)) throw new ProblemError({ code: 'gone' });
}

/** By the code that the changelog names (CHANGE-3246), wherever the platform puts it. */
function saysBusy({ errors }: { readonly errors?: unknown }): boolean {
  const said = Array.isArray(errors) ? (errors as unknown[]) : [];
  return said.some((error) => {
    const { message, extensions } = (error ?? {}) as { message?: unknown; extensions?: { errorType?: unknown } };
    return /RATE_LIMIT_EXCEEDED/.test(`${String(message)} ${String(extensions?.errorType)}`);
  });
}
