import type { Locator, Page } from 'playwright-core';
import type { Boot } from '../../preview/wire/wire';
import type { State } from './states';

/** A picture of the documents, drawn from the site on which people have written for a week. */
export interface Documented extends State {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const panel = {
  person: 'carla',
  path: '/browse/WEB-1',
  words: 'You may close it',
  act: async (page) => {
    await panelOf(page).frameLocator('iframe[title="composer"]').getByRole('textbox').waitFor();
  },
} as const satisfies Omit<State, 'name'>;

function panelOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Aside', exact: true });
}

/** Every picture that a document shows, but for the moving one. */
export function listDocumented({ appPath }: Boot): readonly Documented[] {
  const ids = appPath.replace('/jira/apps/', '');
  const light = { colorScheme: 'light', width: 1200, height: 760 } as const;
  return [
    { ...panel, name: 'panel-light', ...light, height: 1_240 },
    { ...panel, name: 'panel-dark', ...light, height: 1_240, colorScheme: 'dark' },
    { name: 'inbox', person: 'alice', path: appPath, words: 'Spring campaign', ...light },
    {
      name: 'group',
      person: 'alice',
      path: appPath,
      words: 'Spring campaign',
      ...light,
      act: async (page) => {
        await page.getByRole('button', { name: /^Spring campaign/ }).click();
        await page.getByText('Who writes the three lines for it').waitFor();
      },
    },
    {
      name: 'mail',
      person: 'bob',
      path: '/browse/WEB-1',
      words: 'through review',
      ...light,
      act: async (page) => {
        await page.getByRole('button', { name: /^Mail, \d new/ }).click({ timeout: 150_000 });
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'preferences',
      person: 'bob',
      path: `/jira/settings/personal/apps/${ids}`,
      words: 'Blocked people',
      ...light,
    },
    {
      name: 'automation',
      person: 'alice',
      path: '/automation/tell-the-assignee',
      words: 'The message is sent by the app',
      ...light,
    },
    {
      name: 'settings',
      person: 'alice',
      path: `/jira/settings/apps/configure/${ids}`,
      words: 'Connection test',
      ...light,
      // The address on the other tab has another port each time.
      act: async (page) => {
        await page.getByRole('tab', { name: 'Sending' }).click();
        await page.getByText('Automation rules and the web trigger may send').waitFor();
      },
    },
    {
      name: 'fault',
      person: 'bob',
      path: '/browse/WEB-1',
      words: 'through review',
      ...light,
      act: async (page) => {
        await page.getByRole('button', { name: 'Faults', exact: true }).click();
        await page.getByRole('menuitemradio', { name: 'The service does not answer' }).click();
        const field = panelOf(page).frameLocator('iframe[title="composer"]').getByRole('textbox');
        await field.fill('Then I ship it on Monday.');
        await page.keyboard.press('Control+Enter');
        await page.getByText('The conversation service does not answer').first().waitFor();
        await panelOf(page).evaluate((element) => element.scrollIntoView({ block: 'end' }));
      },
    },
  ];
}
