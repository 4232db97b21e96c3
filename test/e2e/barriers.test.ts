import type { Locator, Page } from 'playwright-core';
import texts from '../../locales/en-US.json';
import { untilCount, untilFocused } from './eventually';
import { findBarriers } from './find-barriers';
import { findComposer, findField } from './find-composer';
import { choose, othersMessages, ownMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { chooseFault } from './preview-controls';

/** Of the settings: each tab that there is has its text. */
const tabs = Object.entries(texts).flatMap(([key, text]) => (key.startsWith('settings.tab.') ? [text] : []));

/** A screen, and what somebody does there, state by state. */
interface Walk {
  readonly person: string;
  readonly path: () => string;
  /** Each brings the page into the next state. */
  readonly states: Readonly<Record<string, (page: Page) => Promise<unknown>>>;
}

// Every screen of the app and of the preview, in its states and in both themes: axe finds nothing on any of them.
describe('axe finds no barrier', () => {
  let jira: Jira;

  beforeAll(async () => {
    jira = await openJira({ PREVIEW_DEMO: 'full' });
  });
  afterAll(() => jira?.close());

  const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Aside', exact: true });
  const button = (place: Page | Locator, name: string | RegExp): Locator =>
    place.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  const standing = (place: Page | Locator) => findComposer(place).getByRole('textbox').waitFor();
  const openContext = (page: Page) => page.getByRole('button', { name: 'Aside', expanded: false }).click();
  const dialogOf = (page: Page) => page.getByRole('dialog');

  const walks: Readonly<Record<string, Walk>> = {
    'a panel with a thread': {
      person: 'alice',
      path: () => '/browse/WEB-1',
      states: {
        'as it opens': (page) => standing(panelOf(page)),
        'with what is new opened': async (page) => {
          await openNew(panelOf(page));
          await othersMessages(panelOf(page)).last().waitFor();
        },
        'with the menu of a message open': async (page) => {
          await othersMessages(panelOf(page)).last().click();
          await dialogOf(page).waitFor();
        },
        'with an edit': async (page) => {
          await page.keyboard.press('Escape');
          await choose(ownMessages(panelOf(page)).last(), 'Edit');
          await findComposer(panelOf(page)).getByRole('textbox', { name: 'Edit your message' }).waitFor();
        },
        'with the question before a deletion': async (page) => {
          await findComposer(panelOf(page)).getByRole('button', { name: 'Cancel', exact: true }).click();
          // The field of a new message takes the focus, and would take it from a menu that is open by then.
          await untilFocused(findComposer(panelOf(page)).getByRole('textbox', { name: /^Message to/ }));
          await choose(ownMessages(panelOf(page)).last(), 'Delete');
          await button(panelOf(page), /^Keep/).waitFor();
        },
        'with the search for somebody else': async (page) => {
          await button(panelOf(page), 'Write to someone else…').click();
          await panelOf(page).getByRole('combobox', { name: 'Write to' }).waitFor();
        },
      },
    },
    'a work item without an assignee': {
      person: 'alice',
      path: () => '/browse/WEB-3',
      states: {
        'the context': async (page) => {
          await openContext(page);
          await page.getByText('This work item has no assignee').waitFor();
        },
      },
    },
    'a panel whose service is away': {
      person: 'alice',
      path: () => '/browse/WEB-1',
      states: {
        'with a failed send': async (page) => {
          await standing(panelOf(page));
          await chooseFault(page, 'The service does not answer');
          await findComposer(panelOf(page)).getByRole('textbox').fill('Are you there?');
          await page.keyboard.press('Control+Enter');
          await panelOf(page).getByText('The conversation service does not answer').first().waitFor();
        },
        'with nothing that came': async (page) => {
          await page.reload();
          await button(panelOf(page), 'Try again').waitFor();
          await chooseFault(page, 'Nothing');
        },
      },
    },
    'the context and the dialog of a work item': {
      person: 'alice',
      path: () => '/browse/WEB-1',
      states: {
        'the context': async (page) => {
          await openContext(page);
          await page.locator('iframe[title="composer"]').nth(1).waitFor();
        },
        'the dialog': async (page) => {
          await button(page, 'Actions').click();
          await page.getByRole('menuitem', { name: 'Message assignee' }).click();
          await standing(dialogOf(page));
        },
      },
    },
    'the inbox': {
      person: 'alice',
      path: () => jira.paths.inbox,
      states: {
        'as it opens': (page) => button(page, /^Spring campaign/).waitFor(),
        'with a group open': async (page) => {
          await button(page, /^Spring campaign/).click();
          await findField(page, 'Spring campaign').waitFor();
        },
        'with the menu of the group': async (page) => {
          await button(page, 'Actions for Spring campaign').click();
          await dialogOf(page).waitFor();
        },
        'with the details of the group': async (page) => {
          await page.keyboard.press('Escape');
          await button(page, 'Group details').click();
          await page.getByLabel('Name of the group').waitFor();
        },
        'in a narrow window': async (page) => {
          await page.setViewportSize({ width: 420, height: 800 });
          await page.getByLabel('Name of the group').waitFor();
        },
      },
    },
    'the list of the inbox': {
      person: 'alice',
      path: () => jira.paths.inbox,
      states: {
        'with its archive': async (page) => {
          await button(page, 'Archived').click();
          await page.getByRole('heading', { name: 'Archived', level: 3 }).waitFor();
        },
        'with what is unread': async (page) => {
          await button(page, 'Unread').click();
          await page.getByRole('heading', { name: 'Unread', level: 3 }).waitFor();
        },
        'with what a search found': async (page) => {
          await page
            .getByRole('textbox', { name: /Search/ })
            .last()
            .fill('the');
          await page.getByRole('heading', { name: 'Messages', exact: true }).waitFor();
        },
        'with a new group': async (page) => {
          await button(page, 'New group').click();
          await page.getByLabel('Name of the group').waitFor();
        },
        'in a narrow window': async (page) => {
          await page.setViewportSize({ width: 420, height: 800 });
          await page.getByLabel('Name of the group').waitFor();
        },
      },
    },
    'the settings': {
      person: 'alice',
      path: () => jira.paths.settings,
      states: Object.fromEntries(
        tabs.map((name) => [
          name,
          async (page: Page) => {
            await page.getByRole('tab', { name, exact: true }).click();
            await page.getByRole('tabpanel', { name, exact: true }).waitFor();
          },
        ]),
      ),
    },
    'the settings as they open': {
      person: 'alice',
      path: () => jira.paths.settings,
      states: {
        'with a test of the connection': async (page) => {
          await button(page, 'Test the connection').click();
          await page.getByText('Everything works').waitFor();
        },
      },
    },
    'the settings of who is no administrator': {
      person: 'bob',
      path: () => jira.paths.settings,
      states: { 'as they open': (page) => page.getByText('Only Jira administrators').waitFor() },
    },
    'the personal settings': {
      person: 'bob',
      path: () => jira.paths.preferences,
      states: {
        'as they open': (page) => page.getByText('Blocked people').waitFor(),
        'with quiet hours and an absence that lack something': async (page) => {
          await page.getByLabel('Have quiet hours').press('Space');
          const days = page.getByRole('checkbox', { name: /day$/ });
          for (const day of await days.all()) await day.setChecked(false, { force: true });
          await button(page, 'Save quiet hours').click();
          await page.getByText('Choose at least one day.').waitFor();
          await page.getByLabel('A word for whoever writes (optional)').fill('Back soon');
          await button(page, 'Save away dates').click();
          await page.getByText('Choose the day on which you are back.').waitFor();
        },
      },
    },
    'a rule and its form': {
      person: 'alice',
      path: () => '/automation/tell-the-assignee',
      states: { 'as it opens': (page) => page.getByText('The message is sent by the app').waitFor() },
    },
    'a panel whose assignee is away': {
      person: 'alice',
      path: () => '/browse/WEB-6',
      states: {
        'the context': async (page) => {
          await openContext(page);
          await page.getByText('Emi Endo is away, back on').first().waitFor();
        },
      },
    },
    'the work items': {
      person: 'bob',
      path: () => '/',
      states: {
        'as they open': (page) => page.getByRole('main').getByRole('heading').first().waitFor(),
        'with the mail': async (page) => {
          await button(page, /^Mail/).click();
          await dialogOf(page).waitFor();
        },
      },
    },
    'the apps': {
      person: 'alice',
      path: () => '/jira/settings/apps',
      states: {
        'as they open': (page) => page.getByText('Installed on').waitFor(),
        'with the faults': (page) => button(page, 'Faults').click(),
      },
    },
    'who is not logged in': {
      person: 'anonymous',
      path: () => '/browse/WEB-1',
      states: { 'as it opens': (page) => page.getByText('Log in to see your messages').waitFor() },
    },
  };

  it.each(Object.keys(walks))('in %s', async (name) => {
    const walk = walks[name];
    if (walk === undefined) throw new Error('There is no such walk.');
    const page = await jira.visit(walk.person, walk.path());
    const found: string[] = [];
    for (const [state, reach] of Object.entries(walk.states)) {
      await reach(page);
      // What is on its way is no state: it is looked at once it has come.
      await untilCount(page.getByTestId('spinner-wrapper'), 0);
      // Atlaskit draws a selected button under the pointer in colours of Atlassian's that are too close to each other.
      await page.mouse.move(0, 0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const barriers = await findBarriers(page);
        found.push(...barriers.map((barrier) => `${state}, ${colorScheme}: ${barrier}`));
      }
    }
    await page.context().close();
    expect(found).toEqual([]);
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
