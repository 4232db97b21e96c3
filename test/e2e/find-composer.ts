import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page in a view's Frame, where one writes. `place` holds one view. */
export function findComposer(place: Page | Locator): FrameLocator {
  return place.frameLocator('iframe[title="composer"]');
}

/** The field of a new message, in the frame; it is there once the frame stands. */
export function findField(place: Page | Locator, to: string): Locator {
  return findComposer(place).getByRole('textbox', { name: `Message to ${to}` });
}
