import type { Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { untilCount } from './eventually';
import { findField } from './find-composer';
import { chooseForConversation } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

const plan = 'The pelican banner goes live on Friday';
const secret = 'The walrus voucher works twice';

describe('the inbox', () => {
  let jira: Jira;
  let alice: Page;
  let bob: Page;
  let carla: Page;

  beforeAll(async () => {
    jira = await openJira();
    [alice, bob, carla] = await Promise.all([
      jira.visit('alice', jira.paths.inbox),
      jira.visit('bob', jira.paths.inbox),
      jira.visit('carla', jira.paths.inbox),
    ]);
  });
  afterAll(() => jira?.close());

  const inConversation = (page: Page, text: string) => page.getByRole('paragraph').filter({ hasText: text });
  const lineOf = (page: Page, name: string) =>
    page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}( |$)`) });

  async function search(page: Page, text: string): Promise<void> {
    await page.getByLabel('Search people, groups and messages').fill(text);
    await page.getByRole('button', { name: 'Back to all conversations' }).waitFor();
  }

  it('makes a private group whose first message the others find as unread', async () => {
    await bob.getByText('No conversations yet').waitFor();
    await carla.getByText('No conversations yet').waitFor();
    await alice.getByRole('button', { name: 'New group' }).click();
    await alice.getByLabel('Name of the group').fill('Spring campaign');
    await alice.getByLabel('Topic (optional)').fill('What goes live when');
    await chooseOption(alice, 'People to add', 'Bob Brandt', 'bob');
    await chooseOption(alice, 'People to add', 'Carla Conti', 'carla');
    await alice.getByRole('button', { name: 'Make the group' }).click();
    await alice.getByRole('heading', { name: 'Spring campaign', level: 2 }).waitFor();
    await alice.getByText('Private: only its members').waitFor();
    await sendMessage(alice, 'Spring campaign', plan);
    expect(await alice.getByText(/^Read by/).count()).toBe(0);

    for (const page of [bob, carla]) {
      // A group has one channel, for who has it open: a list learns of it when it asks again.
      await page.reload();
      await lineOf(page, 'Spring campaign .*1 unread').waitFor();
      await page.getByRole('heading', { name: 'Unread', level: 3 }).waitFor();
    }
  });

  it('shows under my last message who has read it', async () => {
    await lineOf(bob, 'Spring campaign').click();
    await openNew(bob);
    await inConversation(bob, plan).last().waitFor();
    await bob.getByText('What goes live when').waitFor();
    await lineOf(bob, 'Spring campaign .*1 unread').waitFor({ state: 'hidden' });
    await alice.reload();
    await alice.getByText('Read by Bob Brandt', { exact: true }).waitFor();
  });

  it('finds messages by a word and conversations by a name', async () => {
    await search(carla, 'pelican');
    const hit = carla.getByRole('button', { name: `Spring campaign Alice Archer: ${plan}` });
    await hit.click();
    await carla.getByRole('heading', { name: 'Spring campaign', level: 2 }).waitFor();
    await search(carla, 'Spring');
    await carla.getByRole('heading', { name: 'People and groups' }).waitFor();
    await lineOf(carla, 'Spring campaign').waitFor();
    await search(carla, 'heron');
    await carla.getByText('Nothing found for “heron”').waitFor();
    await carla.getByRole('button', { name: 'Back to all conversations' }).click();
  });

  it('lets a member leave, who sees nothing of the group from then on', async () => {
    await chooseForConversation(carla, 'Spring campaign', 'Leave');
    await carla.getByText('Leave Spring campaign?').waitFor();
    await carla.getByRole('button', { name: 'Leave it' }).click();
    await carla.getByText('No conversations yet').waitFor();
    await search(carla, 'pelican');
    await carla.getByText('Nothing found for “pelican”').waitFor();
    await carla.getByRole('button', { name: 'Back to all conversations' }).click();
    await alice.reload();
    await alice.getByRole('button', { name: 'Group details' }).click();
    await alice.getByRole('heading', { name: 'Members (2)' }).waitFor();
    expect(await alice.getByText('Carla Conti').count()).toBe(0);
  });

  it('puts an archived group aside, where it can be read and not written to', async () => {
    await chooseForConversation(alice, 'Spring campaign', 'Archive');
    await alice.getByText('It can be read, but nothing can be sent to it any more.').waitFor();
    await untilCount(findField(alice, 'Spring campaign'), 0);
    await lineOf(alice, 'Spring campaign').waitFor({ state: 'hidden' });

    bob = await jira.visit('bob', jira.paths.inbox);
    await bob.getByText('No conversations yet').waitFor();
    await bob.getByRole('button', { name: 'Archived', exact: true }).click();
    await lineOf(bob, 'Spring campaign').click();
    await inConversation(bob, plan).last().waitFor();
    await bob.getByText('It can be read, but nothing can be sent to it any more.').waitFor();
  });

  it('shows nothing of a restricted issue to who does not see it', async () => {
    const panel = await jira.visit('alice', '/browse/WEB-9');
    await sendMessage(panel, 'Bob Brandt', secret);
    await panel.getByRole('button', { name: 'Write to someone else…' }).click();
    await panel.getByRole('combobox', { name: 'Write to' }).pressSequentially('carla');
    // What she sees is told to nobody who may only guess: she is offered, and learns nothing of the issue.
    await panel.getByText('Carla Conti').first().waitFor();

    // Bob finds it, so that looking for it is no look at nothing.
    await search(bob, 'walrus');
    await bob.getByRole('button', { name: `Alice Archer Alice Archer: ${secret}` }).click();
    await bob.getByRole('link', { name: 'WEB-9: Vouchers can be redeemed more than once' }).waitFor();
    await search(carla, 'walrus');
    await carla.getByText('Nothing found for “walrus”').waitFor();

    const issue = await jira.visit('carla', '/browse/WEB-9');
    await issue.getByText('It may not exist, or you may not be allowed to see it.').waitFor();
    const shown = await issue.getByRole('main').innerText();
    expect(shown).not.toMatch(/Vouchers|walrus|Message to/);
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
