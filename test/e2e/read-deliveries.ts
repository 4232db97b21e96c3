import type { Page } from 'playwright-core';
import { answerOf } from './eventually';

/** The lines of the delivery log on the settings page as they are now, each as its words; the newest first. */
export async function readDeliveries(settings: Page): Promise<readonly string[]> {
  await settings.getByRole('tab', { name: 'Logs' }).click();
  const refresh = settings.getByRole('button', { name: 'Refresh', exact: true });
  await Promise.all([answerOf(settings, 'deliveries'), refresh.click()]);
  await settings.getByRole('button', { name: 'Refresh', exact: true, disabled: false }).waitFor();
  const lines = settings.getByRole('table', { name: 'Delivery log' }).getByRole('row');
  // The first one holds the names of the columns.
  return (await lines.allInnerTexts()).slice(1).map((line) => line.replace(/\s+/g, ' '));
}
