import type { Page } from 'playwright-core';
import { ownMessages } from '../../test/e2e/message-actions';

/** Types it as people do, so that Markdown becomes what it says. */
export async function writeTo(page: Page, to: string, text: string): Promise<void> {
  const field = page.frameLocator('iframe[title="composer"]').getByRole('textbox', { name: `Message to ${to}` });
  await field.click();
  await page.keyboard.type(text);
}

/** Sends it, and waits until it is a message. */
export async function say(page: Page, to: string, text: string): Promise<void> {
  await writeTo(page, to, text);
  await send(page);
}

export async function send(page: Page): Promise<void> {
  const before = await ownMessages(page).count();
  await page.keyboard.press('Control+Enter');
  await ownMessages(page).nth(before).waitFor();
}
