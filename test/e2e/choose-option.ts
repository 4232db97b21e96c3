import type { Page } from 'playwright-core';

/** Chooses from a list by keyboard, after typing a part of a name where one is given. */
export async function chooseOption(page: Page, list: string, option: string, typed = ''): Promise<void> {
  const field = page.getByRole('combobox', { name: list });
  if (typed === '') await field.press('ArrowDown');
  else await field.pressSequentially(typed);
  await page.getByRole('option', { name: option }).click();
}
