import type { Page } from 'playwright-core';
import type { Boot } from '../../preview/wire/wire';
import { chooseOption } from '../../test/e2e/choose-option';
import { choose, othersMessages } from '../../test/e2e/message-actions';
import { openNew } from '../../test/e2e/open-new';
import type { Stage } from './stage';
import { say } from './writing';

/** A short conversation, as people have it, for the states of a site where nothing else is. */
export async function talk(stage: Stage): Promise<void> {
  const wide = { colorScheme: 'light', width: 1280 } as const;
  const alice = await stage.visit('alice', '/browse/WEB-1', wide);
  await say(alice, 'Bob Brandt', 'Can you look at the **login page**? The form comes up empty after the night.');
  const bob = await stage.visit('bob', '/browse/WEB-1', wide);
  await openNew(bob);
  await say(bob, 'Alice Archer', 'Looking. Is it only the test server?\n\n- which browser\n- which hour, about');
  // As who comes back to the page: who had stayed there would have seen it come.
  await alice.reload();
  await openNew(alice);
  await say(alice, 'Bob Brandt', 'One customer saw it too, at `07:40`.');
  for (const page of [alice, bob]) await page.context().close();
}

/** Alice begins to report what Bob wrote. */
async function beginReport(page: Page): Promise<void> {
  await choose(othersMessages(page).last(), 'Report');
  await chooseOption(page, 'Why do you report it?', 'Insulting or harassing');
}

/** From the settings to the panel and back, with a report made meanwhile. */
async function reportAndReturn(page: Page): Promise<void> {
  const settings = page.url();
  await page.goto(new URL('/browse/WEB-1', settings).href);
  await page.getByText('One customer saw it too').first().waitFor();
  await beginReport(page);
  await page.getByRole('button', { name: 'Report it' }).click();
  await page.getByRole('button', { name: 'Report it' }).waitFor({ state: 'detached' });
  await page.goto(settings);
  await page.getByRole('tab', { name: 'Reports' }).click();
  await page.getByRole('button', { name: 'Read the message' }).click();
  await page.getByText('Looking. Is it only the test server?').waitFor();
}

/** Once for all pictures: whoever is away already stays so. */
async function goAway(page: Page): Promise<void> {
  if ((await page.getByText(/^You are away, back on/).count()) > 0) return;
  const until = page.getByRole('combobox', { name: 'Back on' });
  await until.fill(new Intl.DateTimeFormat('en-US').format(new Date(Date.now() + 12 * 86_400_000)));
  await until.press('Enter');
  await page.getByLabel('A word for whoever writes (optional)').fill('Skiing, without a signal.');
  await chooseOption(page, 'Substitute (optional)', 'Carla Conti', 'carla');
  await page.getByRole('button', { name: 'Save away dates' }).click();
  await page.getByText(/^You are away, back on/).waitFor();
}

export interface State {
  readonly name: string;
  readonly person: string;
  readonly path: string;
  /** What is drawn last. */
  readonly words: string;
  /** What someone does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

export const states: readonly State[] = [
  { name: 'panel', person: 'alice', path: '/browse/WEB-1', words: 'One customer saw it too' },
  {
    name: 'report-form',
    person: 'alice',
    path: '/browse/WEB-1',
    words: 'One customer saw it too',
    act: beginReport,
  },
  { name: 'new-messages', person: 'bob', path: '/browse/WEB-1', words: '1 new message' },
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
      await page.getByRole('button', { name: 'Actions', exact: true }).click();
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
export function listPages({ appPath }: Boot): readonly State[] {
  const ids = appPath.replace('/jira/apps/', '');
  const settings = `/jira/settings/apps/configure/${ids}`;
  return [
    { name: 'inbox', person: 'alice', path: appPath, words: 'One customer saw it too' },
    { name: 'settings', person: 'alice', path: settings, words: 'Connection test' },
    {
      name: 'settings-health',
      person: 'alice',
      path: settings,
      words: 'Connection test',
      act: async (page) => {
        await page.getByRole('tab', { name: 'Logs' }).click();
        await page.getByText('None of those that you see').waitFor();
      },
    },
    ...(
      [
        ['data', 'Data', 'Who can read what'],
        ['logs', 'Logs', 'Nothing delivered yet'],
      ] as const
    ).map(([name, tab, words]) => ({
      name: `settings-${name}`,
      person: 'alice',
      path: settings,
      words: 'Connection test',
      act: async (page: Page) => {
        await page.getByRole('tab', { name: tab }).click();
        await page.getByText(words).first().waitFor();
      },
    })),
    { name: 'settings-reports', person: 'alice', path: settings, words: 'Connection test', act: reportAndReturn },
    {
      name: 'settings-unsaved',
      person: 'alice',
      path: settings,
      words: 'Connection test',
      act: async (page) => {
        await page.getByRole('tab', { name: 'Sending' }).click();
        await page.getByRole('checkbox', { name: 'People see how far others have read' }).click({ force: true });
        await page.getByText('Your changes are not saved yet.').waitFor();
        await page.getByRole('tab', { name: 'Rules' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'settings-sending',
      person: 'alice',
      path: settings,
      words: 'Connection test',
      act: async (page) => {
        await page.getByRole('tab', { name: 'Sending' }).click();
        await page.getByText('Only those may write').waitFor();
      },
    },
    { name: 'settings-refused', person: 'bob', path: settings, words: 'Only Jira administrators' },
    { name: 'preferences', person: 'bob', path: `/jira/settings/personal/apps/${ids}`, words: 'Blocked people' },
    {
      name: 'preferences-quiet',
      person: 'carla',
      path: `/jira/settings/personal/apps/${ids}`,
      words: 'Have quiet hours',
      act: async (page) => {
        await page.getByLabel('Have quiet hours').press('Space');
        await page.getByRole('button', { name: 'Save away dates' }).waitFor();
      },
    },
    {
      name: 'preferences-away',
      person: 'bob',
      path: `/jira/settings/personal/apps/${ids}`,
      words: 'Have quiet hours',
      act: goAway,
    },
    { name: 'away', person: 'alice', path: '/browse/WEB-1', words: 'Bob Brandt is away, back on' },
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
