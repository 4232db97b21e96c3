import { untilCount, untilFocused } from './eventually';
import { findBarriers } from './find-barriers';
import { findComposer, findField } from './find-composer';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';

describe('the Jira that npm start opens on', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira({ PREVIEW_DEMO: 'full' });
  });
  afterAll(() => jira?.close());

  it('says in three lines what to try, and shows around until one leaves', async () => {
    const alice = await jira.visit('alice', '/');
    await alice.getByRole('heading', { name: 'Welcome to Paper Boat, Alice' }).waitFor();
    const lines = alice.getByRole('region', { name: 'Three things to try' }).getByRole('listitem');
    await untilCount(lines, 3);
    await alice.getByRole('button', { name: 'Show me around' }).click();
    const tour = alice.getByRole('region', { name: 'Tour' });
    await tour.getByText('1 of 4').waitFor();
    await alice.getByRole('heading', { name: /Login page/ }).waitFor();
    await tour.getByRole('button', { name: 'Next' }).click();
    await tour.getByText('You are Bob Brandt now.').waitFor();
    await alice.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
  });

  it('shows around on a narrow page without standing over where one writes', async () => {
    const alice = await jira.visit('alice', '/');
    await alice.setViewportSize({ width: 420, height: 900 });
    await alice.getByRole('button', { name: 'Show me around' }).click();
    const tour = alice.getByRole('region', { name: 'Tour' });
    await tour.getByText('1 of 4').waitFor();
    const field = findField(alice, 'Bob Brandt');
    await field.click();
    await untilFocused(field);
    const send = findComposer(alice).getByRole('button', { name: 'Send', exact: true });
    // As far down as the button first comes into sight.
    await send.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const [button, card] = [await send.boundingBox(), await tour.boundingBox()];
    if (button === null || card === null) throw new Error('Nothing is drawn');
    expect(button.y + button.height).toBeLessThanOrEqual(900);
    expect(card.y + card.height <= button.y || card.y >= button.y + button.height).toBe(true);
  });

  it('leads whoever becomes the other person to what came for them', async () => {
    const alice = await jira.visit('alice', '/');
    await alice.getByRole('button', { name: 'Be Bob Brandt' }).click();
    await alice.getByRole('heading', { name: /Login page/, level: 1 }).waitFor();
    await alice.getByText('You are the assignee. These are your conversations about this work item.').waitFor();
  });

  it('has conversations over days beside the comments', async () => {
    const bob = await jira.visit('bob', '/browse/WEB-1');
    await bob.getByRole('region', { name: 'Aside', exact: true }).getByText('through review').waitFor();
    await bob.getByRole('region', { name: 'Activity' }).getByText('The refresh of the token loses a race').waitFor();
    const inbox = await jira.visit('alice', jira.paths.inbox);
    await inbox.getByRole('button', { name: /^Spring campaign/ }).waitFor();
    await inbox.getByRole('heading', { name: 'Unread', level: 3 }).waitFor();
  });

  it('creates a work item, finds it, moves it, comments on it, and adds the panel to it', async () => {
    const carla = await jira.visit('carla', '/');
    await carla.getByRole('button', { name: 'Create', exact: true }).click();
    const dialog = carla.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.getByText('Summary is required').waitFor();
    await dialog.getByRole('textbox', { name: 'Summary' }).fill('Paint the door of the second hall');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    const search = carla.getByRole('combobox', { name: 'Search work items' });
    await search.fill('paint door');
    await carla.getByRole('option', { name: /Paint the door/ }).waitFor();
    await search.press('Enter');
    await carla.getByRole('heading', { name: 'Paint the door of the second hall', level: 1 }).waitFor();

    await carla.getByRole('button', { name: 'Status: To Do' }).click();
    await carla.getByRole('menuitem', { name: 'In Progress' }).click();
    await carla.getByRole('button', { name: 'Status: In Progress' }).waitFor();
    await carla.getByRole('textbox', { name: 'Comment' }).fill('Green, I suggest.');
    await carla.getByRole('button', { name: 'Save', exact: true }).click();
    const activity = carla.getByRole('region', { name: 'Activity' });
    await activity.getByText('Green, I suggest.').waitFor();
    await activity.getByRole('tab', { name: 'History' }).click();
    await activity.getByText('To Do → In Progress').waitFor();

    expect(await carla.getByRole('region', { name: 'Aside', exact: true }).count()).toBe(0);
    await carla.getByRole('button', { name: 'Add apps' }).click();
    await carla.getByRole('menuitem', { name: 'Aside' }).click();
    await carla.getByRole('region', { name: 'Aside', exact: true }).getByText('Nobody to write to yet').waitFor();
  });

  it('writes by a rule to whoever gets a work item', async () => {
    const alice = await jira.visit('alice', '/browse/WEB-5');
    await alice.getByRole('complementary').getByRole('button', { name: 'Carla Conti' }).click();
    await alice.getByRole('menuitem', { name: 'Bob Brandt' }).click();
    const bob = await jira.visit('bob', '/browse/WEB-5');
    await openNew(bob.getByRole('region', { name: 'Aside', exact: true }));
    await bob.getByText('is yours now, from Alice Archer').waitFor();
  });

  it('speaks German and Japanese, the app with it', async () => {
    const bob = await jira.visit('bob', '/browse/WEB-1');
    await bob.getByRole('button', { name: 'Bob Brandt' }).first().click();
    await bob.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await bob.getByRole('heading', { name: 'Aktivität' }).waitFor();
    await findComposer(bob).getByRole('textbox', { name: 'Nachricht an Alice Archer' }).waitFor();
    await bob.getByRole('button', { name: 'Unter der Haube' }).click();
    await bob.getByRole('complementary', { name: 'Unter der Haube' }).getByText('Funktion').first().waitFor();
    await bob.getByRole('button', { name: 'Steuerung der Vorschau' }).click();
    await bob.getByRole('menuitem', { name: 'Den Lauf aller fünf Minuten jetzt ausführen' }).click();
    await bob.getByRole('alert').filter({ hasText: 'unread-sweep-timer ist gelaufen' }).waitFor();
    await bob.goto(new URL('/?lang=ja', bob.url()).href);
    await bob.getByRole('link', { name: 'あなた向け' }).waitFor();
  });

  it('closes the menu of a narrow window on Escape and on a click beside it', async () => {
    const page = await jira.visit('alice', '/browse/WEB-3');
    await page.setViewportSize({ width: 420, height: 800 });
    const menu = page.getByRole('button', { name: 'Menu' });
    const link = page.getByRole('link', { name: 'Store operations' });
    await menu.click();
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    await menu.click();
    await page.mouse.click(400, 500);
    await link.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(420);
  });

  it.each([
    ['light', '/'],
    ['dark', '/'],
    ['light', '/browse/WEB-1'],
    ['dark', '/browse/WEB-1'],
    ['light', '/jira/software/projects/WEB/board'],
    ['dark', '/automation'],
  ] as const)('has no barrier that axe finds (%s, %s)', async (colorScheme, path) => {
    const page = await jira.visit('alice', path);
    await page.emulateMedia({ colorScheme });
    await page.getByRole('main').getByRole('heading').first().waitFor();
    if (path.startsWith('/browse')) await findComposer(page).getByRole('textbox').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.close();
  });

  // Last, since the app sends it once a message has lain unread for a minute, which has passed by now.
  it('has mail about what is unread', async () => {
    const bob = await jira.visit('bob', '/browse/WEB-1');
    await bob.getByRole('button', { name: /^Mail, \d new/ }).waitFor({ timeout: 110_000 });
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
