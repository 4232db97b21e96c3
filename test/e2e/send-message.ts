import type { Locator, Page } from 'playwright-core';
import { findComposer, findField } from './find-composer';
import { ownMessages } from './message-actions';

/** Writes to somebody, or to a group, in a panel, a dialog or the inbox; done when the service has it. */
export async function sendMessage(place: Page | Locator, to: string, text: string): Promise<void> {
  const mine = ownMessages(place);
  const before = await mine.count();
  await findField(place, to).fill(text);
  await findComposer(place).getByRole('button', { name: 'Send', exact: true }).click();
  await mine.nth(before).waitFor();
}
