import type { Page } from 'playwright-core';

/** What may go wrong in a tab, in the words of the preview's menu. */
export type FaultChoice =
  | 'Nothing'
  | 'The service does not answer'
  | 'The service answers late'
  | 'The service refuses this site'
  | 'No address of the service is set'
  | 'Jira answers late'
  | 'Jira’s points are spent'
  | 'Jira hides the work item from the app'
  | 'Realtime is off'
  | 'This tab is offline';

/** By the keyboard, and says so when the button does not tell of it afterwards. */
export async function chooseFault(page: Page, choice: FaultChoice): Promise<void> {
  await page.getByRole('button', { name: /^Faults?\b/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: choice, exact: true }).press('Enter');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  const told = choice === 'Nothing' ? 'Faults' : `Fault: ${choice}`;
  await page.getByRole('button', { name: told, exact: true }).waitFor();
}

/** Runs the five-minute sweep as its time would, and waits for its end. */
export async function runSweep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preview controls' }).click();
  await page.getByRole('menuitem', { name: 'Run the five-minute sweep now' }).click();
  const flag = page.getByRole('alert').filter({ hasText: 'unread-sweep-timer has run' });
  await flag.waitFor();
  await flag.getByRole('button', { name: 'Dismiss' }).click();
  await flag.waitFor({ state: 'hidden' });
}
