import type { PanelMessage } from '../../definitions';
import { tell } from '../../notices/tell';
import { checkWriting } from '../../policy/check-writing';
import { ProblemError } from '../../problems/problem-error';
import { composeBody } from '../../writing/compose-body';
import { toSentMessage } from '../messages/to-sent-message';
import { nameBody } from '../people/name-body';
import type { Asker } from '../shared/asker';
import { readKey, readUserId } from '../shared/read-payload';

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
  const [permit, named] = await Promise.all([
    checkWriting({ entry: 'panel', sender: accountId, recipient, issueId, site, client }),
    nameBody(body),
  ]);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
  const issue = { id: permit.issue.id, key: permit.issue.key };
  const { id } = await client.sendDirectMessage({
    params: { cloudId: site, userId: recipient },
    body: { body, issue, origin: { kind: 'person', label: null } },
    key,
  });
  const { mayShowIssue } = permit;
  const whom = { to: recipient, from: accountId, conversationId: null };
  await tell({ ...whom, messageId: id, issue, mayShowIssue, kind: 'person' });
  return { message: toSentMessage(id, named, ask.text) };
}
