import type { Locator, Page } from 'playwright-core';
import { slowdown } from './open-page';

/** Asks again until the answer fits. @throws with the last answer when the time, in milliseconds, is over */
export async function eventually<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  patience = 30_000,
): Promise<T> {
  const end = Date.now() + patience * slowdown;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`After ${patience} ms it is still ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Waits until so many stand there. Where it is none, something else has to show first that they would stand there by now. */
export const untilCount = (locator: Locator, count: number): Promise<number> =>
  eventually(
    () => locator.count(),
    (found) => found === count,
  );

/** Waits until a field holds these words and no others; spaces around them do not count. */
export const untilWords = (field: Locator, words: string): Promise<string> =>
  eventually(
    () => field.innerText(),
    (text) => text.trim() === words,
  );

/**
 * Waits until the focus is there: what gives it does so a moment after it is drawn. A frame keeps its active element also
 * while another frame has the focus.
 */
export const untilFocused = (element: Locator): Promise<boolean> =>
  eventually(
    () => element.evaluate((it) => it === it.ownerDocument.activeElement && it.ownerDocument.hasFocus()),
    (isThere) => isThere,
  );

/**
 * The answer of a function that a page asks from now on. @param name of the function
 * @param fits whether it is the one that is meant, by what was asked and answered
 */
export async function answerOf(
  page: Page,
  name: string,
  fits: (asked: string, answered: string) => boolean = () => true,
): Promise<string> {
  const response = await page.waitForResponse(async (it) => {
    const asked = it.url().endsWith('/preview/invoke') ? (it.request().postData() ?? '') : '';
    return asked.includes(`"functionKey":"${name}"`) && fits(asked, await it.text());
  });
  return response.text();
}
