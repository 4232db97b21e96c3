import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { answerOf } from './eventually';
import { findField } from './find-composer';
import { choose, chooseForConversation, othersMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { runRule } from './run-rule';
import { sendMessage } from './send-message';

describe('what somebody saw', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira();
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });
  const newIn = (place: Page | Locator) => place.getByRole('button', { name: /^\d+ new messages?$/ });
  const wordsIn = (place: Page | Locator, text: string) => place.getByRole('paragraph').filter({ hasText: text });
  const isRead = (panel: Locator) => panel.getByText('Read', { exact: true });

  /** The panel as it is now, and not as it is about to be. */
  async function refresh(panel: Locator): Promise<void> {
    await Promise.all([answerOf(panel.page(), 'open'), panel.getByRole('button', { name: 'Refresh' }).click()]);
    await panel.getByRole('button', { name: 'Refresh', disabled: false }).waitFor();
  }

  it('of one issue says nothing of another, to who reads and to who wrote', async () => {
    const first = panelOf(await jira.visit('alice', '/browse/WEB-1'));
    await sendMessage(first, 'Bob Brandt', 'About the login page');
    const second = panelOf(await jira.visit('alice', '/browse/WEB-9'));
    await sendMessage(second, 'Bob Brandt', 'About the second one');

    const bob = await jira.visit('bob', '/browse/WEB-9');
    await openNew(panelOf(bob));
    await wordsIn(panelOf(bob), 'About the second one').waitFor();
    await refresh(second);
    await isRead(second).waitFor();

    const other = await jira.visit('bob', '/browse/WEB-1');
    await newIn(panelOf(other)).waitFor();
    const inbox = await jira.visit('bob', jira.paths.inbox);
    await inbox.getByRole('button', { name: /^Alice Archer .*1 unread/s }).click();
    // What was read of the second issue stands there; what is new is what was said about the first.
    await wordsIn(inbox, 'About the second one').last().waitFor();
    expect(await newIn(inbox).innerText()).toBe('1 new message');
    await refresh(first);
    expect(await isRead(first).count()).toBe(0);

    await openNew(inbox);
    await wordsIn(inbox, 'About the login page').last().waitFor();
    await refresh(first);
    await isRead(first).waitFor();
    for (const page of [first.page(), second.page(), bob, other, inbox]) await page.close();
  });

  it('is not what lies below the fold of a long issue, until it is opened, and it opens in sight', async () => {
    const alice = await jira.visit('alice', '/browse/WEB-5');
    await alice.setViewportSize({ width: 1280, height: 400 });
    const thread = panelOf(alice);
    for (let n = 1; n <= 6; n += 1) await sendMessage(thread, 'Carla Conti', `Line ${n} of many\n\nand more of it`);
    const carla = panelOf(await jira.visit('carla', '/browse/WEB-5'));
    await openNew(carla);
    await alice.evaluate('window.scrollTo(0, 0)');
    await sendMessage(carla, 'Alice Archer', 'Below her fold');
    await newIn(thread).waitFor({ timeout: 45_000 });
    // Longer than it took to count as read once.
    await alice.waitForTimeout(35_000);
    await refresh(carla);
    expect(await isRead(carla).count()).toBe(0);
    expect(await wordsIn(thread, 'Below her fold').count()).toBe(0);

    await openNew(thread);
    await wordsIn(thread, 'Below her fold').waitFor();
    const [head, words] = [
      await thread.getByRole('heading', { name: /Conversation with/ }).boundingBox(),
      await wordsIn(thread, 'Below her fold').boundingBox(),
    ];
    expect((words?.y ?? 0) - (head?.y ?? 0)).toBeLessThan(400);
    await refresh(carla);
    await isRead(carla).waitFor();
    // And back: it is new again, and Carla goes on seeing that it was read.
    await choose(othersMessages(thread).last(), 'Mark as unread');
    await newIn(thread).waitFor();
    expect(await wordsIn(thread, 'Below her fold').count()).toBe(0);
    await refresh(carla);
    await isRead(carla).waitFor();
    for (const page of [alice, carla.page()]) await page.close();
  });

  it('is what comes while somebody has the caret below it, and is in sight, until they leave', async () => {
    const alice = panelOf(await jira.visit('alice', '/browse/WEB-1'));
    const bob = panelOf(await jira.visit('bob', '/browse/WEB-1'));
    await sendMessage(alice, 'Bob Brandt', 'Are you there?');
    await openNew(bob);
    await sendMessage(bob, 'Alice Archer', 'I am.');
    // Her caret is in the field since she wrote.
    await wordsIn(alice, 'I am.').waitFor({ timeout: 45_000 });
    expect(await newIn(alice).count()).toBe(0);
    await refresh(bob);
    await isRead(bob).waitFor();

    await alice.page().getByRole('heading', { level: 1 }).first().click();
    await sendMessage(bob, 'Alice Archer', 'Still there?');
    await newIn(alice).waitFor({ timeout: 45_000 });
    await refresh(bob);
    expect(await isRead(bob).count()).toBe(0);
    for (const page of [alice.page(), bob.page()]) await page.close();
  });

  it('of a rule says whose it was, and whom its owner has been blocked by it does not reach', async () => {
    const rule = await jira.visit('alice', '/automation/tell-the-assignee');
    await runRule(rule);
    const bob = await jira.visit('bob', '/browse/WEB-1');
    // What rules wrote stands below what the people of the work item did, which may be new as well.
    await newIn(panelOf(bob)).last().click();
    await panelOf(bob).getByText('By a rule of Alice Archer: “Tell the assignee”').waitFor();

    const inbox = await jira.visit('bob', jira.paths.inbox);
    await inbox.getByRole('button', { name: /^Alice Archer/ }).click();
    await chooseForConversation(inbox, 'Alice Archer', 'Block');
    await inbox.getByText('not by a rule of theirs either').waitFor();
    await inbox.getByRole('button', { name: 'Block them' }).click();
    await inbox.getByText('You have blocked Alice Archer').waitFor();
    expect(await runRule(rule)).toContain("none from the user of the rule's connection");
    const settings = await jira.visit('alice', jira.paths.settings);
    await settings.getByRole('tab', { name: 'Logs' }).click();
    await settings.getByText('The receiver takes no messages from rules, or none from whose rule it is.').waitFor();
    await settings.getByText('Rule “Tell the assignee”, of Alice Archer').first().waitFor();
    for (const page of [rule, bob, inbox, settings]) await page.close();
  });

  it('of a group tells by sentences of its own who made it public and who owns it, and none of them is new', async () => {
    const alice = await jira.visit('alice', jira.paths.inbox);
    await alice.getByRole('button', { name: 'New group' }).click();
    await alice.getByLabel('Name of the group').fill('Winter campaign');
    await chooseOption(alice, 'People to add', 'Carla Conti', 'carla');
    await alice.getByRole('button', { name: 'Make the group' }).click();
    await alice.getByRole('button', { name: 'Group details' }).click();
    await chooseOption(alice, 'Who can find and read it', 'Public: everyone on this site');
    await alice.getByRole('button', { name: 'Save changes' }).click();
    await alice.getByText('What was written before stays with its members.').waitFor();
    await alice.getByRole('button', { name: 'Make it public' }).click();
    await alice.getByText('You made this group public.').last().waitFor();
    await chooseForConversation(alice, 'Winter campaign', 'Leave');
    await alice.getByText('whoever has been in it for longest owns it then').waitFor();
    await alice.getByRole('button', { name: 'Leave it' }).click();

    const carla = await jira.visit('carla', jira.paths.inbox);
    await carla.getByRole('button', { name: /^Winter campaign (?!\d)/ }).click();
    await findField(carla, 'Winter campaign').waitFor();
    await carla.getByText('Alice Archer made this group public.').last().waitFor();
    await carla.getByText('The owner left this group. It belongs to you now.').last().waitFor();
    expect(await newIn(carla).count()).toBe(0);
  });
});
