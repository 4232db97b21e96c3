import type { Platform } from '../../platform/start/open-platform';
import { pastRuns } from '../demo/conversations';
import { people } from '../demo/people';

/**
 * Lets the app do once what it would have done while the demo site was in use: the rules run on a work item each, and
 * the sweep sends the mails about what is unread. It is in nobody's way, and what fails of it the app has logged.
 */
export async function fillTrays({ app, state }: Platform): Promise<void> {
  const [initiator] = people;
  for (const { rule: key, on } of pastRuns) {
    const rule = app.rules.find((candidate) => candidate.key === key);
    const issue = state.findIssue(on);
    if (rule !== undefined && issue !== undefined && initiator !== undefined) await rule.run(issue, initiator);
  }
  const sweep = app.schedules.list().find(({ interval }) => interval === 'fiveMinute');
  if (sweep !== undefined) await app.schedules.run(sweep.key).catch(() => {});
}
