import type { Page } from 'playwright-core';
import { eventually } from './eventually';
import { findField } from './find-composer';
import { chooseForConversation } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { runSweep } from './preview-controls';
import { sendMessage } from './send-message';

const words = 'The form came back on staging, can you look before noon?';
const answer = 'Looking at it now.';

describe('the first minute of an assignee who is not in Jira', () => {
  let jira: Jira;
  let alice: Page;
  let carla: Page;
  let bob: Page;

  beforeAll(async () => {
    jira = await openJira();
  });
  afterAll(() => jira?.close());

  const subjectsOf = async (person: string) => (await jira.readMails(person)).map(({ subject }) => subject);
  const aliceWrote = 'Alice Archer sent you a message about WEB-1';
  const carlaWrote = 'Carla Conti sent you a message about WEB-1';

  it('a mail without the words tells of a message that lay unread for a minute', async () => {
    [alice, carla] = [await jira.visit('alice', '/browse/WEB-1'), await jira.visit('carla', '/browse/WEB-1')];
    // Carla's conversation is the one beside it that nobody mutes later on.
    await sendMessage(carla, 'Bob Brandt', 'Staging is mine today.');
    await alice.getByRole('button', { name: 'Actions', exact: true }).click();
    await alice.getByRole('menuitem', { name: 'Message assignee' }).click();
    const dialog = alice.getByRole('dialog', { name: 'Message assignee' });
    await sendMessage(dialog, 'Bob Brandt', words);
    await runSweep(carla);
    expect(await subjectsOf('bob')).not.toContain(aliceWrote);
    await eventually(
      () => subjectsOf('bob'),
      (found) => found.includes(aliceWrote) && found.includes(carlaWrote),
      90_000,
    );
    const mails = await jira.readMails('bob');
    expect(mails).toHaveLength(2);
    for (const { subject, text, html } of mails) {
      expect(`${subject} ${text} ${html}`).not.toMatch(/staging|form|noon|blank/i);
    }
  });

  it('its link opens the thread in the inbox, and the answer reaches the sender without a reload', async () => {
    bob = await jira.visit('bob', '/');
    await bob.getByRole('button', { name: 'Mail, 2 new' }).click();
    const tray = bob.getByRole('dialog', { name: 'Mail of Bob Brandt' });
    await tray.getByRole('list', { name: 'Mails' }).getByRole('button', { name: aliceWrote }).click();
    const mail = tray.getByRole('article', { name: aliceWrote });
    await mail.getByRole('link', { name: 'Read and answer it' }).click();

    await bob.getByRole('heading', { name: 'Alice Archer', level: 2 }).waitFor();
    await openNew(bob);
    await bob.getByRole('main').getByRole('paragraph').filter({ hasText: words }).last().waitFor();
    expect(new URL(bob.url()).pathname).toBe(jira.paths.inbox);
    await bob
      .getByRole('link', { name: /^WEB-1: Login page/ })
      .first()
      .waitFor();

    // Of a person's windows one has the focus, and here each: where she wrote she would see the answer come.
    await alice.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const inbox = await jira.visit('alice', '/');
    const hears = inbox.waitForResponse(
      (response) => response.url().includes('/preview/realtime') && response.request().method() === 'GET',
      { timeout: 60_000 },
    );
    await inbox.goto(new URL(jira.paths.inbox, inbox.url()).href);
    await inbox.getByRole('button', { name: /^Bob Brandt/ }).click();
    await findField(inbox, 'Bob Brandt').waitFor();
    await hears;
    await sendMessage(bob, 'Alice Archer', answer);
    // Sooner than a view asks by itself: a hint told it.
    await inbox.getByRole('button', { name: '1 new message' }).waitFor({ timeout: 15_000 });
    await openNew(inbox);
    await inbox.getByRole('paragraph').filter({ hasText: answer }).last().waitFor();
    await inbox.close();
  });

  it('the answer stands beside the issue too', async () => {
    const panel = await jira.visit('alice', '/browse/WEB-1');
    await panel.getByRole('paragraph').filter({ hasText: words }).waitFor();
    await panel.getByRole('paragraph').filter({ hasText: answer }).waitFor();
  });

  it('a muted conversation brings no further mail, while the one beside it does', async () => {
    await chooseForConversation(bob, 'Alice Archer', 'Mute');
    await bob.getByRole('button', { name: /^Alice Archer .*Muted/s }).waitFor();
    // Read, so that what comes next is the first unread message.
    await bob.getByRole('button', { name: /^Carla Conti .*1 unread/s }).click();
    await bob.getByRole('heading', { name: 'Carla Conti', level: 2 }).waitFor();
    await openNew(bob);
    await bob.getByRole('button', { name: /^Carla Conti .*1 unread/s }).waitFor({ state: 'hidden' });
    await bob.goto('about:blank');

    await sendMessage(alice.getByRole('dialog', { name: 'Message assignee' }), 'Bob Brandt', 'Before one is fine too.');
    await sendMessage(carla, 'Bob Brandt', 'Staging is free again.');
    // By then either conversation may bring a mail again.
    jira.passMinutes(61);
    await runSweep(carla);
    expect(await subjectsOf('bob')).toEqual([carlaWrote, expect.any(String), expect.any(String)]);

    bob = await jira.visit('bob', jira.paths.preferences);
    await bob.getByRole('button', { name: 'Unmute Alice Archer' }).click();
    await bob.getByText('You have muted no conversation.').waitFor();
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
