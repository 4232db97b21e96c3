import type { Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { findField } from './find-composer';
import { storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';

jest.setTimeout(300_000);

/** Of the site's hour, so that a test comes to its end. */
const points = 200;

// A site of 5,000, whose app may ask little of Jira: people are found, a message costs what it costs anywhere, and what
// nobody can send is kept until Jira takes requests again.
describe('a large site with a small quota', () => {
  let jira: Jira;
  let alice: Page;
  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });

  beforeAll(async () => {
    jira = await openJira({ PREVIEW_MORE_PEOPLE: '5000', PREVIEW_POINTS: String(points) });
    alice = await jira.visit('alice', '/browse/WEB-1');
    await findField(alice, 'Bob Brandt').waitFor();
  });
  afterAll(() => jira?.close());

  const write = async (to: string, words: string) => {
    await findField(alice, to).fill(words);
    await alice.keyboard.press('Control+Enter');
  };
  const shown = (words: string) => panelOf(alice).getByRole('paragraph').filter({ hasText: words });
  const spent = async () => {
    await alice.getByRole('button', { name: 'Under the hood' }).click();
    const told = await alice.getByText(/^\d+ of 200 points/).innerText();
    await alice.getByRole('button', { name: 'Under the hood' }).click();
    return Number(/^\d+/.exec(told)?.[0]);
  };

  it('finds any of its people, and a first message to them costs 8 points at most', async () => {
    await panelOf(alice).getByRole('button', { name: 'Write to someone else…' }).click();
    await chooseOption(alice, 'Write to', 'Person 04987', '04987');
    await findField(alice, 'Person 04987').waitFor();
    const before = await spent();
    await write('Person 04987', 'Can you take a look?');
    await shown('Can you take a look?').waitFor();
    await storedMessage(panelOf(alice), 'Can you take a look?').waitFor();
    expect((await spent()) - before).toBeLessThanOrEqual(8);
  });

  it('keeps what cannot be sent once the quota is spent, says until when, and sends it once afterwards', async () => {
    await alice.reload();
    await findField(alice, 'Bob Brandt').waitFor();
    const busy = panelOf(alice)
      .getByText(/Jira is busy until/)
      .first();
    let last = '';
    for (let sent = 0; sent < points && (await busy.count()) === 0; sent += 1) {
      last = `Message ${sent} of many`;
      await write('Bob Brandt', last);
      await storedMessage(panelOf(alice), last).or(busy).first().waitFor();
    }
    await busy.waitFor();
    expect(await shown(last).count()).toBe(1);
    jira.passMinutes(61);
    await panelOf(alice).getByRole('button', { name: 'Retry' }).click();
    await storedMessage(panelOf(alice), last).waitFor();
    await busy.waitFor({ state: 'detached' });
    await alice.reload();
    await shown(last).waitFor();
    expect(await shown(last).count()).toBe(1);
  });
});
