import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/**
 * By how much pages are slower than this machine (BROWSER_SLOWDOWN, 1 to 20): processor time by that factor, and each
 * answer of a function so many tenths of a second later. A test that counts too early fails then, and not once a week.
 */
export const slowdown = readSlowdown(process.env['BROWSER_SLOWDOWN']);

/** A tab with a browser of its own, which holds nothing yet. Errors that no script caught go into `faults`. */
export async function openPage(browser: Browser, faults: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.setDefaultTimeout(30_000 * slowdown);
  if (slowdown > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await context.route('**/preview/invoke', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, slowdown * 100));
      // Whoever asked may be gone by now.
      await route.fallback().catch(() => undefined);
    });
  }
  return page;
}

function readSlowdown(text = '1'): number {
  const rate = Number(text);
  if (!(rate >= 1 && rate <= 20)) throw new Error(`BROWSER_SLOWDOWN is a number from 1 to 20, not "${text}".`);
  return rate;
}
