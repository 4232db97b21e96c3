import type { InvocationError } from '@forge/events';
import type { AdministratorDeed } from '../../../contract/people';
import { ApiError } from '../../client/api-error';
import { type ConversationClient, createConversationClient } from '../../client/conversation-client';
import { forgeFetchAsApp } from '../../client/forge-fetch';
import { chooseWait, comeBackIn } from '../../notices/queue/choose-wait';
import { findRetryAfter, judgeFailure } from './judge-failure';

interface QueuedDeed {
  readonly key: string;
  readonly deed: AdministratorDeed;
}

interface DeedTry {
  readonly site: string;
  /** Which try this is, 1 or more. */
  readonly tries: number;
  /** Milliseconds for which the platform goes on trying, where it says so. */
  readonly remaining: number | null;
}

/**
 * Notes in the audit of the service what an administrator did, once: its key was made with it. A service that is away
 * is asked again for as long as the platform tries; one of the release before has no place for it. Then a line in the
 * platform's log is all that tells of it.
 */
export async function deliverDeed(
  body: Readonly<Record<string, unknown>>,
  { site, tries, remaining }: DeedTry,
): Promise<InvocationError | undefined> {
  const { key, deed } = body as unknown as QueuedDeed;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  try {
    await note(client, site, key, deed);
    return undefined;
  } catch (error) {
    const wait = chooseWait('notice', findRetryAfter(error), tries);
    const isOver = remaining !== null && remaining <= wait * 1000;
    if (!isOver && judgeFailure(error) !== 'lasting') return comeBackIn(wait);
    const code = error instanceof ApiError ? error.error : 'unexpected';
    console.warn(`Not in the audit, since the service does not take it (${code}): ${deed.action} at ${deed.done}`);
    return undefined;
  }
}

/** A service of the release before refuses a switch that it does not know: it notes the others. */
async function note(client: ConversationClient, cloudId: string, key: string, deed: AdministratorDeed): Promise<void> {
  const params = { cloudId };
  try {
    await client.noteDeed({ params, body: deed, key });
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.error === 'invalid_request';
    if (!isUnknown || deed.switches === undefined) throw error;
    const { peopleMayBegin: _, ...switches } = deed.switches;
    await client.noteDeed({ params, body: { ...deed, switches }, key });
  }
}
