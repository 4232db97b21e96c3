import type { Locator, Page } from 'playwright-core';
import { findComposer, findField } from './find-composer';
import { storedMessage } from './message-actions';

/** Writes plain words to somebody, or to a group, in a panel, a dialog or the inbox; done when the service has them. */
export async function sendMessage(place: Page | Locator, to: string, text: string): Promise<void> {
  await findField(place, to).fill(text);
  await findComposer(place).getByRole('button', { name: 'Send', exact: true }).click();
  await storedMessage(place, text.split('\n')[0] ?? '').waitFor();
}
