import { createConversationClient } from '../../../src/app/client/conversation-client';
import { bob } from '../fake-jira';
import { callService } from '../forge/call-service';
import { appId, type ForgeRuntime, site } from '../forge-runtime';

/** All that Bob has from the app, the oldest first, as the service gives it to him. */
export async function readAll(forge: ForgeRuntime): Promise<string[]> {
  const client = createConversationClient({ fetch: callService(forge, bob.accountId) });
  const params = { cloudId: site, userId: `app:${appId}` };
  const texts: string[] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const query = before === undefined ? {} : { beforeMessage: before };
    const page = await client.listDirectMessages({ params, query });
    texts.unshift(...page.values.map(({ text }) => text));
    before = page.before;
  }
  return texts;
}
