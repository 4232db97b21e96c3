import type { Locator, Page } from 'playwright-core';
import { othersMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { runSweep } from './preview-controls';
import { sendMessage } from './send-message';

describe('what is followed up', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira();
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });
  const says = (place: Page | Locator, text: string) => place.getByText(text, { exact: true });

  it('a question is the other’s turn until they have answered', async () => {
    const alice = panelOf(await jira.visit('alice', '/browse/WEB-1'));
    await alice.getByRole('checkbox', { name: 'I wait for an answer' }).check();
    await sendMessage(alice, 'Bob Brandt', 'Can you look at this today?');
    await says(alice, 'Waiting for Bob Brandt').first().waitFor();
    await alice.getByRole('checkbox', { name: 'I wait for an answer', checked: false }).waitFor();

    const inbox = await jira.visit('bob', jira.paths.inbox);
    await inbox.getByRole('button', { name: 'Follow-up', exact: true }).click();
    await inbox.getByRole('button', { name: /Alice Archer .*Your turn/s }).waitFor();
    const bob = panelOf(await jira.visit('bob', '/browse/WEB-1'));
    await says(bob, 'Your turn').first().waitFor();
    await openNew(bob);
    await sendMessage(bob, 'Alice Archer', 'Done.');
    await says(bob, 'Your turn').first().waitFor({ state: 'detached' });
    await says(alice, 'Waiting for Bob Brandt').first().waitFor({ state: 'detached', timeout: 60_000 });
    await inbox.reload();
    await inbox.getByRole('button', { name: 'Follow-up', exact: true }).click();
    await says(inbox, 'Nobody waits for an answer, and you have no reminders.').waitFor();
    for (const page of [alice.page(), bob.page(), inbox]) await page.close();
  });

  it('a reminder in an hour is a mail then, once, and stands in the inbox', async () => {
    const bob = panelOf(await jira.visit('bob', '/browse/WEB-1'));
    await othersMessages(bob).first().click();
    await bob.page().getByRole('dialog').getByRole('button', { name: 'Remind me…' }).click();
    await bob.getByRole('button', { name: /^In an hour/ }).click();
    await bob.getByText(/^Reminder: /).waitFor();
    const reminders = async () =>
      (await jira.readMails('bob')).filter(({ subject }) => subject === 'Reminder: WEB-1').length;
    await runSweep(bob.page());
    expect(await reminders()).toBe(0);
    jira.passMinutes(66);
    await runSweep(bob.page());
    expect(await reminders()).toBe(1);
    jira.passMinutes(6);
    await runSweep(bob.page());
    expect(await reminders()).toBe(1);
    const inbox = await jira.visit('bob', jira.paths.inbox);
    await inbox
      .getByRole('button', { name: /Alice Archer .*Reminder/s })
      .first()
      .waitFor();
    for (const page of [bob.page(), inbox]) await page.close();
  });
});
