import type { Locator, Page } from 'playwright-core';

/** The buttons beside the messages that the reader wrote, which open what can be done with them. */
export function ownMessages(place: Page | Locator): Locator {
  return place.getByRole('button', { name: /^Actions for your message/ });
}

/** The same beside those of others. */
export function othersMessages(place: Page | Locator): Locator {
  return place.getByRole('button', { name: /^Actions for the message of / });
}

/** The newest message with these words that the reader wrote and the service has: before that it has no menu. */
export function storedMessage(place: Page | Locator, words: string): Locator {
  const page = 'page' in place ? place.page() : place;
  return place
    .getByRole('listitem')
    .filter({ hasText: words })
    .filter({ has: ownMessages(page) })
    .last();
}

/** Opens the menu of a message and chooses what is to be done. @param menu one of the buttons above */
export async function choose(
  menu: Locator,
  action: 'Quote' | 'For a comment…' | 'Edit' | 'Mark as unread' | 'Report' | 'Delete',
): Promise<void> {
  await menu.click();
  await menu.page().getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
}

/**
 * Opens the menu of the conversation that is open in an inbox, and chooses what is to be done with it.
 * @param name what stands above the conversation
 * @param action how its words begin
 */
export async function chooseForConversation(inbox: Page, name: string, action: string): Promise<void> {
  await inbox.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await inbox
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${action}`) })
    .click();
}
