import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Boot } from '../preview/wire/wire';
import { openBrowser } from '../test/e2e/open-browser';
import { startPreviewProgram } from '../test/e2e/running-preview';

/**
 * Draws every page and every state of the panel from the running preview into dist/pictures, to be looked at, and those that the
 * documentation shows into docs/pictures. `npm run pictures`; only some by their names: `npm run pictures -- settings-health`
 */
const folder = join(process.cwd(), 'dist/pictures');
const shown = join(process.cwd(), 'docs/pictures');
/** In milliseconds. */
const settling = 500;
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
    const named = process.argv.slice(2);
    const all = [...states, ...(await listPages(preview.url))];
    if (named.length > 0) {
      await drawAll(
        visit,
        all.filter(({ name }) => named.includes(name)),
      );
      return;
    }
    await talk(visit);
    await drawAll(visit, all);
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
  await writeTo(page, to, text);
  const before = await page.getByRole('button', { name: 'Delete' }).count();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Delete' }).nth(before).waitFor();
}

/** Types it as people do, so that Markdown becomes what it says. */
async function writeTo(page: Page, to: string, text: string): Promise<void> {
  const field = page.frameLocator('iframe[title="composer"]').getByRole('textbox', { name: `Message to ${to}` });
  await field.click();
  await page.keyboard.type(text);
}

const looks: readonly (readonly [string, Look])[] = [
  ['light', wide],
  ['dark', { colorScheme: 'dark', width: 1280 }],
  ['narrow-light', { colorScheme: 'light', width: 420 }],
  ['narrow-dark', { colorScheme: 'dark', width: 420 }],
];

interface State {
  readonly name: string;
  readonly person: string;
  readonly path: string;
  /** What is drawn last. */
  readonly words: string;
  /** What someone does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const states: readonly State[] = [
  { name: 'panel', person: 'alice', path: '/browse/WEB-1', words: 'One customer saw it too' },
  { name: 'nothing-yet', person: 'alice', path: '/browse/WEB-5', words: 'Write to Carla Conti directly' },
  { name: 'no-assignee', person: 'alice', path: '/browse/WEB-3', words: 'Nobody to write to yet' },
  { name: 'i-am-the-assignee', person: 'bob', path: '/browse/WEB-1', words: 'You are the assignee' },
  { name: 'inactive', person: 'alice', path: '/browse/WEB-4', words: 'deactivated' },
  { name: 'not-logged-in', person: 'anonymous', path: '/browse/WEB-1', words: 'Log in to see your messages' },
  { name: 'not-allowed-yet', person: 'emi', path: '/browse/WEB-1', words: 'Allow access' },
  { name: 'issues', person: 'alice', path: '/', words: 'Login page shows a blank form' },
  {
    name: 'context',
    person: 'alice',
    path: '/browse/WEB-1',
    words: 'One customer saw it too',
    act: async (page) => {
      await page.getByRole('button', { name: 'Aside', expanded: false }).click();
      await page.getByText('One customer saw it too').nth(1).waitFor();
    },
  },
  {
    name: 'action',
    person: 'alice',
    path: '/browse/WEB-1',
    words: 'One customer saw it too',
    act: async (page) => {
      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Message assignee' }).click();
      await page.getByRole('dialog').getByText('One customer saw it too').waitFor();
    },
  },
  {
    name: 'mail',
    person: 'bob',
    path: '/',
    words: 'Login page shows a blank form',
    act: async (page) => {
      await page.getByRole('button', { name: /^Mail/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'automation',
    person: 'alice',
    path: '/automation/tell-the-assignee',
    words: 'The message is sent by the app',
  },
  { name: 'manage-apps', person: 'alice', path: '/jira/settings/apps', words: 'Installed on' },
];

/** The app's own pages: their addresses hold ids that the preview knows. */
async function listPages(url: string): Promise<readonly State[]> {
  const { appPath } = (await (await fetch(`${url}/preview/boot`)).json()) as Boot;
  const ids = appPath.replace('/jira/apps/', '');
  const settings = `/jira/settings/apps/configure/${ids}`;
  return [
    { name: 'inbox', person: 'alice', path: appPath, words: 'One customer saw it too' },
    { name: 'settings', person: 'alice', path: settings, words: 'Connection test' },
    {
      name: 'settings-health',
      person: 'alice',
      path: settings,
      words: 'How the site is doing',
      act: async (page) => {
        await page.getByRole('button', { name: 'Test the connection' }).click();
        await page.getByText('Everything works').waitFor();
        await page.getByRole('button', { name: 'Look', exact: true }).click();
        await page.getByText('None of those that you see').waitFor();
      },
    },
    {
      name: 'settings-sending',
      person: 'alice',
      path: settings,
      words: 'Connection test',
      act: async (page) => {
        await page.getByRole('tab', { name: 'Who may send' }).click();
        await page.getByText('Only those may write').waitFor();
      },
    },
    { name: 'settings-refused', person: 'bob', path: settings, words: 'Only Jira administrators' },
    { name: 'preferences', person: 'bob', path: `/jira/settings/personal/apps/${ids}`, words: 'Blocked people' },
    {
      name: 'preferences-test',
      person: 'bob',
      path: `/jira/settings/personal/apps/${ids}`,
      words: 'Do mails reach you?',
      act: async (page) => {
        await page.getByLabel('Key of a work item that you see').fill('WEB-1');
        await page.getByRole('button', { name: 'Mail me a test' }).click();
        await page.getByText(/Jira has taken the mail|within this hour/).waitFor();
      },
    },
  ];
}

async function drawAll(visit: Visit, all: readonly State[]): Promise<void> {
  for (const { name, person, path, words, act } of all) {
    for (const [look, options] of looks) {
      const page = await visit(person, path, options);
      await page.getByText(words).first().waitFor();
      await act?.(page);
      // Avatars and the theme come a moment after the words. The network is never quiet: a view listens.
      await page.waitForTimeout(settling);
      // A dialog covers what is in the window, and no more.
      const fullPage = (await page.getByRole('dialog').count()) === 0;
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage });
      await page.context().close();
    }
    console.log(`drew ${name}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
