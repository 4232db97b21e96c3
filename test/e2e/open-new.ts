import type { Locator, Page } from 'playwright-core';

/** Opens what is new in a panel, a context or the inbox, once it has come. */
export async function openNew(place: Page | Locator): Promise<void> {
  await place
    .getByRole('button', { name: /^\d+\+? new messages?$/ })
    .first()
    .click();
}
