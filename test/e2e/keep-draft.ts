import type { Locator } from 'playwright-core';
import { answerOf } from './eventually';

/**
 * Types into a field of the composer, and waits until the service keeps it.
 * @param last what is in the document only once all of it is typed: a slow typist is saved in between
 */
export async function keepDraft(field: Locator, text: string, last: string): Promise<void> {
  const page = field.page();
  const saved = answerOf(page, 'draftSave', (asked, answered) => asked.includes(last) && answered.includes('"saved"'));
  await field.click();
  await page.keyboard.type(text);
  await saved;
}
