import { checkWriting } from '../policy/check-writing';
import type { Asker } from './asker';
import { composeBody } from './compose-body';
import type { PanelMessage } from './definitions';
import { ProblemError } from './problem-error';
import { readKey, readUserId } from './read-payload';
import { timeOfId } from './time-of-id';

interface Ask {
  readonly with: string;
  readonly text: string;
  readonly key: string;
}

/** Sends what was written to the person of a thread, once policy allows it; answers the message as it now stands. */
export async function sendMessage(asker: Asker, ask: Ask): Promise<{ message: PanelMessage }> {
  const recipient = readUserId(ask.with);
  const key = readKey(ask.key);
  const body = composeBody(ask.text);
  const { accountId, issueId, site, client } = asker;
  const permit = await checkWriting({ sender: accountId, recipient, issueId, site, client });
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const { id } = await client.UserMessagePostHandler({
    params: { cloudId: site, userId: recipient },
    body: { body, issue: { id: permit.issue.id, key: permit.issue.key }, origin: { kind: 'person', label: null } },
    key,
  });
  return {
    message: {
      id,
      from: 'me',
      body,
      source: ask.text,
      ts: timeOfId(id),
      editedAt: null,
      deletedAt: null,
      origin: null,
    },
  };
}
