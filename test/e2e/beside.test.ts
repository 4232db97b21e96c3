import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { choose, ownMessages, storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

describe('a group beside a work item', () => {
  let jira: Jira;
  let alice: Page;
  beforeAll(async () => {
    jira = await openJira();
    alice = await jira.visit('alice', '/browse/WEB-1');
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });
  const press = (place: Locator, name: string) => place.getByRole('button', { name, exact: true }).click();
  const showThread = (page: Page, name: RegExp) => panelOf(page).getByRole('button', { name }).click();

  it('begins with who is on the work item and who watches it, and stands there for each of them', async () => {
    await press(panelOf(alice), 'Start a group…');
    for (const name of ['Bob Brandt (assignee)', 'Carla Conti', 'Emi Endo']) {
      await panelOf(alice).getByRole('checkbox', { name, checked: true }).waitFor();
    }
    expect(await panelOf(alice).getByRole('checkbox', { checked: true }).count()).toBe(3);
    await panelOf(alice).getByRole('checkbox', { name: 'Emi Endo' }).uncheck();
    await panelOf(alice).getByRole('textbox', { name: 'Name of the group' }).fill('Login crew');
    await press(panelOf(alice), 'Start the group');
    await panelOf(alice).getByRole('heading', { name: 'Login crew' }).waitFor();
    await panelOf(alice).getByText('You began this group with Bob Brandt, Carla Conti.').waitFor();
    await sendMessage(panelOf(alice), 'Login crew', 'Who takes it?');

    const carla = await jira.visit('carla', '/browse/WEB-1');
    await showThread(carla, /^Login crew \(group\), 1 unread$/);
    await openNew(panelOf(carla));
    await panelOf(carla).getByText('Who takes it?').waitFor();
    await sendMessage(panelOf(carla), 'Login crew', 'I do.');
    // Her caret is in the field since she wrote.
    await panelOf(alice).getByText('I do.').waitFor({ timeout: 45_000 });

    await carla.goto(new URL(jira.paths.inbox, carla.url()).href);
    await carla
      .getByRole('button', { name: /Login crew/ })
      .first()
      .click();
    const link = carla.getByRole('link', { name: /^Beside WEB-1: Login page/ });
    expect(await link.getAttribute('href')).toContain('/browse/WEB-1');
  });

  it('takes in people who read all of it, or what is written from then on, and tells which', async () => {
    const panel = panelOf(alice);
    await press(panel, 'Group details');
    await panel.getByText('Members (3)').waitFor();
    await chooseOption(alice, 'Add people', 'Emi Endo', 'Emi');
    await chooseOption(alice, 'What they read of what was written before', 'Nothing: only what is written from now on');
    await press(panel, 'Add to the group');
    await panel.getByText('You added Emi Endo. They read what is written from now on.').waitFor();
    await panel.getByText('Members (4)').waitFor();
    await sendMessage(panel, 'Login crew', 'Welcome, Emi.');
    const emi = await jira.visit('emi', '/browse/WEB-1');
    await showThread(emi, /^Login crew \(group\)/);
    await openNew(panelOf(emi));
    await panelOf(emi).getByText('Welcome, Emi.').waitFor();
    expect(await panelOf(emi).getByText('Who takes it?').count()).toBe(0);
    // Whoever is out and in again reads all.
    await press(panel, 'Remove Emi Endo');
    await panel.getByText('Members (3)').waitFor();
    await chooseOption(alice, 'Add people', 'Emi Endo', 'Emi');
    await press(panel, 'Add to the group');
    await panel.getByText('Members (4)').waitFor();
    await emi.reload();
    await showThread(emi, /^Login crew \(group\)/);
    await panelOf(emi).getByText('Who takes it?').waitFor();
  });

  it('goes on for two with a third, who reads nothing of what the two wrote', async () => {
    await showThread(alice, /^Bob Brandt/);
    await sendMessage(panelOf(alice), 'Bob Brandt', 'Between the two of us');
    await press(panelOf(alice), 'Add someone…');
    await panelOf(alice).getByText('What you and Bob Brandt wrote so far stays between the two of you.').waitFor();
    await chooseOption(alice, 'Who joins you', 'Carla Conti', 'Carla');
    const nameField = panelOf(alice).getByRole('textbox', { name: 'Name of the group' });
    // The app calls it nothing: the key of the work item would be read by who does not see that any more.
    expect(await nameField.inputValue()).toBe('');
    await nameField.fill('Three of us');
    await press(panelOf(alice), 'Start the group');
    await panelOf(alice).getByRole('heading', { name: 'Three of us' }).waitFor();

    const bob = await jira.visit('bob', '/browse/WEB-1');
    await showThread(bob, /^Alice Archer/);
    await panelOf(bob)
      .getByText(/^Alice Archer goes on in a group beside this work item/)
      .waitFor();
    await press(panelOf(bob), 'Open the group');
    await panelOf(bob).getByRole('heading', { name: 'Three of us' }).waitFor();

    const carla = await jira.visit('carla', '/browse/WEB-1');
    await showThread(carla, /^Three of us \(group\)/);
    await panelOf(carla).getByText('Alice Archer began this group with Bob Brandt, You.').waitFor();
    expect(await carla.getByText('Between the two of us').count()).toBe(0);
  });

  it('takes in nobody of whom Jira does not show that they see the work item, and names them', async () => {
    const page = await jira.visit('alice', '/browse/WEB-9');
    const panel = panelOf(page);
    await press(panel, 'Start a group…');
    await panel.getByRole('checkbox', { name: 'Carla Conti' }).waitFor();
    await panel.getByRole('checkbox', { name: 'Bob Brandt (assignee)' }).uncheck();
    await panel.getByRole('textbox', { name: 'Name of the group' }).fill('Two of us');
    await press(panel, 'Start the group');
    const refusal = panel.getByText(/^The group is not made\./);
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('Carla Conti');
    await panel.getByRole('checkbox', { name: 'Bob Brandt (assignee)' }).check();
    await press(panel, 'Start the group');
    await page.getByRole('alert').filter({ hasText: 'Not added: Carla Conti' }).waitFor();
    await panel.getByText('You began this group with Bob Brandt.').waitFor();
    await press(panel, 'Group details');
    await chooseOption(page, 'Add people', 'Carla Conti', 'Carla');
    await press(panel, 'Add to the group');
    await panel.getByText(/they are not added.*Carla Conti/).waitFor();
    await panel.getByText('Members (2)').waitFor();
  });

  it('lends the words of a message of one’s own to a comment, with who and when', async () => {
    await showThread(alice, /^Bob Brandt/);
    await choose(ownMessages(storedMessage(panelOf(alice), 'Between the two of us')), 'For a comment…');
    const dialog = alice.getByRole('dialog', { name: 'For a comment' });
    const text = await dialog.getByRole('textbox', { name: 'Text of the comment' }).inputValue();
    expect(text).toMatch(/^Alice Archer, .*20\d\d.*:\n\nBetween the two of us$/);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is told of as the page of a work item opens on which no view stands', async () => {
    const carla = await jira.visit('carla', '/browse/WEB-6');
    await carla.getByRole('button', { name: 'Actions', exact: true }).click();
    await carla.getByRole('menuitem', { name: 'Message assignee' }).click();
    await sendMessage(carla.getByRole('dialog', { name: 'Message assignee' }), 'Emi Endo', 'Seen as you come');
    const emi = await jira.visit('emi', '/browse/WEB-6');
    await emi.getByRole('alert').filter({ hasText: '1 new message about this work item' }).waitFor();
  });
});
