import { JiraError } from '../../jira/jira-error';
import { claimMailPoints } from '../../storage/background-points';

/** Takes the points of one mail. @throws JiraError `busy` where background work may spend none for now; StorageError */
export async function requireMailPoints(): Promise<void> {
  const wait = await claimMailPoints();
  if (wait !== null) throw new JiraError('busy', 0, wait);
}
