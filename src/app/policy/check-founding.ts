import { loadSwitches } from '../storage/switches';
import { mayWrite } from './may-write';
import { applySwitches } from './rules/apply-switches';
import { decideSender } from './rules/decide-writing';
import type { Refused } from './writing-permit';

/**
 * Whether someone may found a group, name it or bring people into it, who could not write in it otherwise.
 * @throws JiraError; StorageError
 */
export async function checkFounding(sender: string): Promise<{ readonly allowed: true } | Refused> {
  const saved = await loadSwitches();
  const facts = { entry: 'inbox', sender, switches: applySwitches(saved, null), senderSees: true } as const;
  const refusal = decideSender({ ...facts, mayWrite: await mayWrite(saved, null) });
  return refusal === null ? { allowed: true } : { allowed: false, refusal };
}
