import type { Locator, Page } from 'playwright-core';
import { untilCount, untilFocused } from './eventually';
import { findComposer, findField } from './find-composer';
import { choose, othersMessages, ownMessages, storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

describe('the messages of a conversation', () => {
  let jira: Jira;
  let alice: Page;
  let bob: Page;
  beforeAll(async () => {
    jira = await openJira();
    alice = await jira.visit('alice', '/browse/WEB-1');
    await sendMessage(panelOf(alice), 'Bob Brandt', 'Can you look?');
    await sendMessage(panelOf(alice), 'Bob Brandt', 'It is the login page.');
    bob = await jira.visit('bob', '/browse/WEB-1');
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });
  const items = (place: Locator) => place.getByRole('listitem');
  const focused = (page: Page) => page.evaluate('document.activeElement?.textContent ?? ""');

  it('are a list by day, what one author wrote at a stretch stands under one name, and a line says what is new', async () => {
    await openNew(panelOf(bob));
    await items(panelOf(bob)).filter({ hasText: 'It is the login page.' }).waitFor();
    await untilCount(items(panelOf(bob)), 2);
    const names = panelOf(bob).getByRole('heading', { level: 5 });
    expect(await names.allInnerTexts()).toEqual(['Alice Archer']);
    expect(await panelOf(bob).getByRole('heading', { level: 4 }).allInnerTexts()).toEqual(['Today']);
    await panelOf(bob).getByText('New', { exact: true }).waitFor();
    // The whole time stands behind the short one.
    await panelOf(bob)
      .getByText(/^\d+:\d\d\s[AP]M$/)
      .first()
      .hover();
    await bob
      .getByRole('tooltip')
      .filter({ hasText: /20\d\d/ })
      .waitFor();
  });

  it('have one menu each, which opens and closes by the keyboard and gives the focus back', async () => {
    const menu = ownMessages(alice).first();
    await menu.focus();
    await alice.keyboard.press('Enter');
    const dialog = alice.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    // What is drawn as a sign stands first; of the others the list is whole.
    const offered = await dialog.getByRole('button').allInnerTexts();
    expect(offered.slice(offered.indexOf('Quote'))).toEqual([
      'Quote',
      'For a comment…',
      'Edit',
      'Wait for an answer',
      'Remind me…',
      'Delete',
    ]);
    await alice.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await untilFocused(menu);
  });

  it('are quoted into the field, which has the focus below the quotation', async () => {
    await findField(bob, 'Alice Archer').waitFor();
    await choose(othersMessages(bob).last(), 'Quote');
    const field = findField(bob, 'Alice Archer');
    await field.locator('blockquote').filter({ hasText: 'It is the login page.' }).waitFor();
    await field.and(findComposer(bob).locator(':focus')).waitFor();
    await bob.keyboard.type('Since when?');
    await findComposer(bob).getByRole('button', { name: 'Send', exact: true }).click();
    const mine = storedMessage(panelOf(bob), 'Since when?');
    await mine.waitFor();
    expect(await mine.locator('blockquote').innerText()).toMatch(/Alice Archer wrote:\s+It is the login page\./);
    expect(await mine.getByRole('paragraph').last().innerText()).toBe('Since when?');
  });

  it('take a quick answer in the menu, which the other sees with who gave it and gives, too, and takes back', async () => {
    const message = (page: Page) => items(panelOf(page)).filter({ hasText: 'Can you look?' });
    const answers = (page: Page) => message(page).getByRole('button', { name: /Done: / });
    await message(bob)
      .getByRole('button', { name: /^Actions/ })
      .click();
    await bob.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await answers(bob).filter({ hasText: 'Done: You' }).waitFor();
    // Alice's panel hears of it by itself; where no hint comes it looks after half a minute.
    await answers(alice).filter({ hasText: 'Done: Bob Brandt' }).click({ timeout: 45_000 });
    await answers(alice).filter({ hasText: 'Done: You and Bob Brandt' }).waitFor();
    await answers(alice).hover();
    await alice.getByRole('tooltip', { name: 'Done: You and Bob Brandt' }).waitFor();
    await answers(bob).filter({ hasText: 'Done: You and Alice Archer' }).waitFor({ timeout: 45_000 });
    await answers(bob).click();
    await answers(bob)
      .filter({ hasText: /Done: Alice Archer$/ })
      .waitFor();
    await answers(alice)
      .filter({ hasText: /Done: You$/ })
      .waitFor({ timeout: 45_000 });
  });

  it('are asked about before they are deleted, and what keeps them has the focus', async () => {
    await choose(ownMessages(alice).first(), 'Delete');
    await alice.getByRole('button', { name: 'Keep it' }).waitFor();
    // The menu gives the focus back as it closes; the question takes it afterwards.
    await alice.waitForFunction('document.activeElement?.textContent === "Keep it"');
    await alice.keyboard.press('Enter');
    await alice.getByRole('button', { name: 'Keep it' }).waitFor({ state: 'detached' });
    expect(await items(panelOf(alice)).count()).toBeGreaterThanOrEqual(2);
    expect(await focused(alice)).not.toBe('Keep it');
  });
});
