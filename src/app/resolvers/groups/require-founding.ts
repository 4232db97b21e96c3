import { checkFounding } from '../../policy/check-founding';
import { ProblemError } from '../../problems/problem-error';

/** @throws ProblemError where the asker may not found, name or widen a group; JiraError; StorageError */
export async function requireFounding(accountId: string): Promise<void> {
  const permit = await checkFounding(accountId);
  if (!permit.allowed) throw new ProblemError({ code: permit.refusal });
}
