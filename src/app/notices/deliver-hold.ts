import type { InvocationError } from '@forge/events';
import { createConversationClient } from '../client/conversation-client';
import { forgeFetchAsApp } from '../client/forge-fetch';
import type { NoticeTry } from './deliver-notice';
import { parseQueuedHold } from './queue/queued-hold';
import { tellOrComeBack } from './queue/tell-or-come-back';
import { tellHold } from './tell-hold';
import { parsePagePath } from './unread/parse-page-path';

/**
 * What the sweep found to have ended: one mail tells of all that came meanwhile. It comes again for as long as the platform
 * tries, less and less often, since the sweep does not come back to it.
 */
export async function deliverHold(body: unknown, { site, tries }: NoticeTry): Promise<InvocationError | undefined> {
  const hold = parseQueuedHold(body);
  if (hold === null) return undefined;
  const client = createConversationClient({ fetch: forgeFetchAsApp() });
  return tellOrComeBack(tries, () => tellHold({ client, site }, hold, parsePagePath()));
}
