import type { Page } from 'playwright-core';
import { untilCount } from './eventually';
import { findField } from './find-composer';
import { keepDraft } from './keep-draft';
import { type Jira, openJira } from './open-jira';
import { sendMessage } from './send-message';

const words = 'Shall we share a desk on Thursday?';

describe('people in the inbox', () => {
  let jira: Jira;
  let alice: Page;
  let bob: Page;

  beforeAll(async () => {
    jira = await openJira({ PREVIEW_MORE_PEOPLE: '12' });
    [alice, bob] = await Promise.all([jira.visit('alice', jira.paths.inbox), jira.visit('bob', jira.paths.inbox)]);
  });
  afterAll(() => jira?.close());

  const lineOf = (page: Page, name: string) =>
    page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}( |$)`) });
  const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
  const search = (page: Page, text: string) => page.getByLabel('Search people, groups and messages').fill(text);

  it('finds somebody to whom one never wrote, as one types, and begins a conversation with the first message', async () => {
    await alice.getByText('No conversations yet').waitFor();
    await bob.getByText('No conversations yet').waitFor();
    await search(alice, 'bran');
    await alice.getByRole('heading', { name: 'You have not written to them yet' }).waitFor();
    await lineOf(alice, 'Bob Brandt').click();
    await title(alice, 'Bob Brandt').waitFor();
    await alice.getByText('no mail tells of it').waitFor();
    await alice.waitForURL(({ pathname }) => /\/person\/[^/]+$/.test(pathname));
    await bob.reload();
    await bob.getByText('No conversations yet').waitFor();
    await sendMessage(alice, 'Bob Brandt', words);
    await bob.reload();
    await lineOf(bob, 'Alice Archer .*1 unread').waitFor();
  });

  it('keeps that conversation open through a reload and Back, and what is begun to write', async () => {
    await alice.reload();
    await title(alice, 'Bob Brandt').waitFor();
    await alice.getByRole('paragraph').filter({ hasText: words }).last().waitFor();
    await search(alice, 'carla');
    await lineOf(alice, 'Carla Conti').click();
    await title(alice, 'Carla Conti').waitFor();
    await keepDraft(findField(alice, 'Carla Conti'), 'Half a thought', 'Half a thought');
    await alice.goBack();
    await title(alice, 'Bob Brandt').waitFor();
    await alice.reload();
    await alice.getByRole('button', { name: 'Drafts', exact: true }).click();
    await lineOf(alice, 'Carla Conti').click();
    await findField(alice, 'Carla Conti').filter({ hasText: 'Half a thought' }).waitFor();
  });

  it('shows what is unread in bold, with a count of one line', async () => {
    const row = lineOf(bob, 'Alice Archer .*1 unread');
    const name = row.getByRole('paragraph').filter({ hasText: 'Alice Archer' });
    const weight = await name.evaluate((node) => Number(getComputedStyle(node).fontWeight));
    expect(weight).toBeGreaterThanOrEqual(600);
    expect((await row.getByText('1', { exact: true }).boundingBox())?.height).toBeLessThanOrEqual(20);
  });

  it('marks all as read, which the one who wrote sees', async () => {
    await bob.getByRole('button', { name: 'Mark all as read' }).click();
    await bob.getByText('Others then see that you have read').waitFor();
    await bob.getByRole('button', { name: 'Mark all as read' }).click();
    await lineOf(bob, 'Alice Archer .*1 unread').waitFor({ state: 'hidden' });
    await alice.getByRole('button', { name: 'All', exact: true }).click();
    await lineOf(alice, 'Bob Brandt').click();
    await alice.getByText('Read', { exact: true }).waitFor();
  });

  it('shows ten of them on a page of 1280 by 800, none of which cuts a name, a time or a count in two', async () => {
    const page = await jira.visit('carla', jira.paths.inbox);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (let n = 1; n <= 11; n += 1) {
      const name = `Person ${String(n).padStart(5, '0')}`;
      await search(page, name);
      await page.getByRole('main').getByRole('button', { name }).click();
      await sendMessage(page, name, `Welcome, number ${n}`);
    }
    await page.goto(new URL(jira.paths.inbox, page.url()).href);
    await page.getByRole('main').getByRole('button', { name: 'Person 00011' }).waitFor();
    const rows = page.getByRole('main').getByRole('button', { name: /Person \d+ / });
    await untilCount(rows, 11);
    const boxes = await Promise.all((await rows.all()).map((row) => row.boundingBox()));
    const column = await page.getByRole('heading', { name: 'All conversations' }).boundingBox();
    const whole = boxes.filter((box) => box !== null && box.y + box.height <= 800);
    expect(whole.length).toBeGreaterThanOrEqual(10);
    expect(new Set(boxes.map((box) => box?.height)).size).toBe(1);
    expect(new Set(boxes.map((box) => box?.x))).toEqual(new Set([column?.x]));
  });

  it('offers nobody where an administrator has switched it off, and goes on where it began', async () => {
    const settings = await jira.visit('alice', jira.paths.settings);
    await settings.getByRole('tab', { name: 'Sending' }).click();
    const toggle = settings.getByRole('checkbox', { name: 'People may begin a conversation' });
    await toggle.setChecked(false, { force: true });
    await settings.getByText('Your changes are not saved yet.').waitFor();
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.getByRole('alert').filter({ hasText: 'The settings are saved' }).last().waitFor();
    await bob.reload();
    await search(bob, 'carla');
    await bob.getByText('Nothing found for “carla”').waitFor();
    await bob.getByRole('button', { name: 'Back to all conversations' }).click();
    await lineOf(bob, 'Alice Archer').click();
    await sendMessage(bob, 'Alice Archer', 'Yes, gladly');
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
