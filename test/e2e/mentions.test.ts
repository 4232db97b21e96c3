import type { Page } from 'playwright-core';
import { untilWords } from './eventually';
import { findBarriers } from './find-barriers';
import { findComposer, findField } from './find-composer';
import { storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';

// Whoever is meant by a message sees so in their list, wherever they have muted it, until they have read it; and whoever
// writes needs no mouse for it.
describe('a mention', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira({ PREVIEW_DEMO: 'full' });
  });
  afterAll(() => jira?.close());

  const group = 'Spring campaign';
  const row = (page: Page) => page.getByRole('button', { name: new RegExp(`^${group}`) });

  /** The key again and again, as somebody does who has no mouse, until the focus is there. */
  async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('The key does not lead there.');
  }

  it('is written by the keyboard alone, from the list to the message that is sent', async () => {
    const alice = await jira.visit('alice', jira.paths.inbox);
    await row(alice).waitFor();
    await tabTo(alice, () => row(alice).evaluate((element) => element === element.ownerDocument.activeElement));
    await alice.keyboard.press('Enter');
    const field = findField(alice, group);
    await field.waitFor();
    await tabTo(alice, () => field.evaluate((element) => element === element.ownerDocument.activeElement));
    await alice.keyboard.type('Look, @carla');
    await findComposer(alice).getByRole('option', { name: 'Carla Conti' }).waitFor();
    await findComposer(alice).locator('[aria-activedescendant="person-0"]').and(field).waitFor();
    await alice.keyboard.press('Enter');
    await untilWords(field, 'Look, @Carla Conti');
    await alice.keyboard.type('this is yours');
    await alice.keyboard.press('Control+Enter');
    await storedMessage(alice, 'this is yours').waitFor();
    await alice.context().close();
  });

  it('stands in the list of who is meant and of nobody else, and goes when it is read', async () => {
    const [bob, carla] = [await jira.visit('bob', jira.paths.inbox), await jira.visit('carla', jira.paths.inbox)];
    await row(carla).filter({ hasText: 'Mentioned you' }).waitFor();
    await row(bob).waitFor();
    expect(await bob.getByText('Mentioned you').count()).toBe(0);
    expect(await findBarriers(carla)).toEqual([]);
    await row(carla).click();
    await findField(carla, group).waitFor();
    await openNew(carla);
    await carla.getByText('Mentioned you').waitFor({ state: 'hidden' });
    await carla.reload();
    await row(carla).waitFor();
    expect(await carla.getByText('Mentioned you').count()).toBe(0);
    for (const page of [bob, carla]) await page.context().close();
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
