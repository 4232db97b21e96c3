import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/e2e/open-browser';
import { startPreviewProgram } from '../test/e2e/running-preview';

/**
 * Draws every state of the panel from the running preview into dist/pictures, to be looked at, and those that the
 * documentation shows into docs/pictures. `npm run pictures`
 */
const folder = join(process.cwd(), 'dist/pictures');
const shown = join(process.cwd(), 'docs/pictures');
const documented = ['panel-light.png', 'panel-dark.png'];

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

type Visit = (person: string, path: string, look: Look) => Promise<Page>;

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'aside-pictures-'));
  const [preview, browser] = await Promise.all([startPreviewProgram(data), openBrowser()]);
  try {
    const visit = visitor(browser, preview.url);
    await talk(visit);
    await drawAll(visit);
    mkdirSync(shown, { recursive: true });
    for (const name of documented) copyFileSync(join(folder, name), join(shown, name));
  } finally {
    await browser.close();
    await preview.end('SIGINT');
    rmSync(data, { recursive: true, force: true });
  }
}

function visitor(browser: Browser, url: string): Visit {
  return async (person, path, { colorScheme, width }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${url}${path}?as=${person}`);
    return page;
  };
}

const wide: Look = { colorScheme: 'light', width: 1280 };

/** A short conversation, as people have it. */
async function talk(visit: Visit): Promise<void> {
  const alice = await visit('alice', '/browse/WEB-1', wide);
  await say(alice, 'Bob Brandt', 'Can you look at the **login page**? The form comes up empty after the night.');
  const bob = await visit('bob', '/browse/WEB-1', wide);
  await say(bob, 'Alice Archer', 'Looking. Is it only the test server?\n\n- which browser\n- which hour, about');
  await say(alice, 'Bob Brandt', 'One customer saw it too, at `07:40`.');
}

async function say(page: Page, to: string, text: string): Promise<void> {
  await page.getByLabel(`Message to ${to}`).fill(text);
  const before = await page.getByRole('button', { name: 'Delete' }).count();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Delete' }).nth(before).waitFor();
}

const looks: readonly (readonly [string, Look])[] = [
  ['light', wide],
  ['dark', { colorScheme: 'dark', width: 1280 }],
  ['narrow-light', { colorScheme: 'light', width: 420 }],
  ['narrow-dark', { colorScheme: 'dark', width: 420 }],
];

const states: readonly (readonly [string, string, string, string])[] = [
  ['panel', 'alice', '/browse/WEB-1', 'One customer saw it too'],
  ['nothing-yet', 'alice', '/browse/WEB-5', 'Write to Carla Conti directly'],
  ['no-assignee', 'alice', '/browse/WEB-3', 'Nobody to write to yet'],
  ['i-am-the-assignee', 'bob', '/browse/WEB-1', 'You are the assignee'],
  ['inactive', 'alice', '/browse/WEB-4', 'deactivated'],
  ['not-logged-in', 'anonymous', '/browse/WEB-1', 'Log in to see your messages'],
  ['not-allowed-yet', 'emi', '/browse/WEB-1', 'Allow access'],
  ['issues', 'alice', '/', 'Login page shows a blank form'],
];

async function drawAll(visit: Visit): Promise<void> {
  for (const [name, person, path, words] of states) {
    for (const [look, options] of looks) {
      const page = await visit(person, path, options);
      await page.getByText(words).first().waitFor();
      // Avatars and the theme come a moment after the words.
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
      await page.context().close();
    }
    console.log(`drew ${name}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
