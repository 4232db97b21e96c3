import type { Person } from '../definitions/person';
import { findShown } from '../jira/find-shown';
import { loadSwitches } from '../storage/switches';
import { mayWrite } from './may-write';
import { applySwitches } from './rules/apply-switches';
import { decideWriting } from './rules/decide-writing';
import type { BeginningPermit, Refused } from './writing-permit';

/** Writing to someone with whom there is no conversation, about no issue. */
export interface BeginningWriting {
  readonly entry: 'inbox';
  readonly sender: string | null;
  readonly recipient: string;
}

/**
 * Whether the sender may begin a conversation with this person: where the settings let people do so, and Jira shows that
 * person to them at this moment, whatever a view was shown before. Blocks are the service's to know.
 * @throws JiraError `away`, `busy`; StorageError
 */
export async function checkBeginning({
  entry,
  sender,
  recipient: id,
}: BeginningWriting): Promise<BeginningPermit | Refused> {
  if (sender === null) return { allowed: false, refusal: 'not_logged_in' };
  const saved = await loadSwitches();
  const switches = applySwitches(saved, null);
  // Of oneself, and where it is switched off, Jira has nothing to say.
  const isAsked = switches.isSiteOn && switches.peopleMayBegin && id !== sender;
  const [permitted, shown] = await Promise.all([mayWrite(saved, null), isAsked ? findShown(id) : null]);
  const recipient: Person = shown ?? { id, name: null, kind: 'unknown', active: false };
  const facts = { entry, sender, recipient, switches, senderSees: true, mayWrite: permitted } as const;
  const refusal = decideWriting({ ...facts, haveThread: false, isShown: shown !== null });
  if (refusal !== null) return { allowed: false, refusal };
  return { allowed: true, recipient, issue: null, mailClosed: null };
}
