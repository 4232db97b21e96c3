import type { Page } from 'playwright-core';

/** How the conversation service is met from a tab, in the words of the preview's menu. */
export type ServiceChoice = 'Answers' | 'Is away' | 'Has no address yet';

export async function chooseService(page: Page, choice: ServiceChoice): Promise<void> {
  await page.getByRole('button', { name: 'Preview controls' }).click();
  await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
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
