import type { Page } from 'playwright-core';
import { untilCount } from './eventually';

/** Runs the rule whose page is open, and resolves with how the run ended, in the words of the audit log. */
export async function runRule(rule: Page): Promise<string> {
  const log = rule.getByRole('region', { name: 'Audit log' });
  await log.waitFor();
  const runs = log.getByRole('time');
  const before = await runs.count();
  await rule.getByRole('button', { name: 'Run rule' }).click();
  await untilCount(runs, before + 1);
  return log.getByRole('listitem').first().innerText();
}
