import type { Page } from 'playwright-core';
import { eventually } from './eventually';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

const words = (n: number) => `Tide table ${String(n).padStart(2, '0')}`;
const count = 36;

describe('what is open in the inbox', () => {
  let jira: Jira;
  let alice: Page;

  beforeAll(async () => {
    jira = await openJira();
    const panel = await jira.visit('bob', '/browse/WEB-9');
    for (let n = 1; n <= count; n += 1) await sendMessage(panel, 'Alice Archer', words(n));
    alice = await jira.visit('alice', jira.paths.inbox);
  });
  afterAll(() => jira?.close());

  const pathOf = (page: Page) => new URL(page.url()).pathname;
  const line = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Bob Brandt / });
  const title = (page: Page) => page.getByRole('heading', { name: 'Bob Brandt', level: 2 });
  const message = (page: Page, n: number) =>
    page
      .getByRole('paragraph')
      .filter({ hasText: words(n) })
      .last();
  const inConversation = /\/conversation\/[0-9a-f-]{36}$/;
  /** How far down the line stands, once it stays there. */
  const settledTop = async (page: Page) => {
    let last: number | undefined;
    return eventually(
      async () => (await line(page).boundingBox())?.y,
      (top) => {
        const isSettled = top !== undefined && top === last;
        last = top;
        return isSettled;
      },
    );
  };

  it('is in the address: a row that is opened moves nowhere, and Back, Forward and a reload keep it', async () => {
    await line(alice).waitFor();
    const top = await settledTop(alice);
    await line(alice).click();
    await title(alice).waitFor();
    await openNew(alice);
    await message(alice, 1).waitFor();
    expect([await settledTop(alice), await alice.evaluate(() => window.scrollY)]).toEqual([top, 0]);
    await alice.waitForURL(({ pathname }) => inConversation.test(pathname));
    await alice.goBack();
    await title(alice).waitFor({ state: 'hidden' });
    await alice.waitForURL(({ pathname }) => pathname === jira.paths.inbox);
    await alice.goForward();
    await title(alice).waitFor();
    await alice.reload();
    await title(alice).waitFor();
  });

  it('shows pages that fit, which take each other’s place', async () => {
    const top = await settledTop(alice);
    await alice.getByRole('button', { name: 'Mark as read' }).click();
    await alice.getByRole('button', { name: 'Mark as read' }).waitFor({ state: 'hidden' });
    await message(alice, count).waitFor();
    const shown = async () => {
      const texts = await alice.getByRole('listitem').filter({ hasText: 'Tide table' }).allInnerTexts();
      return texts.map((text) => Number(/Tide table (\d+)/.exec(text)?.[1]));
    };
    for (let [first = 0] = await shown(); first > 1; ) {
      await alice.getByRole('button', { name: 'Earlier messages' }).click();
      const page = await eventually(shown, (numbers) => (numbers[0] ?? first) < first);
      expect(page).toEqual(page.map((_, index) => (page[0] ?? 0) + index));
      expect(await alice.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1_600);
      first = page[0] ?? 0;
    }
    expect(await settledTop(alice)).toBe(top);
    await alice.getByRole('button', { name: 'Newest messages' }).click();
    await message(alice, count).waitFor();
  });

  it('opens a hit at its message, and another tab does from the copied address', async () => {
    await alice.getByLabel('Search people, groups and messages').fill(words(12));
    await alice.getByRole('button', { name: `Bob Brandt Bob Brandt: ${words(12)}` }).click();
    await alice.getByRole('heading', { name: 'The message that you searched for' }).waitFor();
    await message(alice, 11).waitFor();
    await message(alice, 13).waitFor();
    await alice.waitForURL(({ pathname }) => /\/conversation\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(pathname));
    const copied = await jira.visit('alice', pathOf(alice));
    await copied.getByRole('heading', { name: 'The message that you searched for' }).waitFor();
    await message(copied, 12).waitFor();
  });

  it('stands alone on a narrow page, with a way back to all conversations', async () => {
    const narrow = await jira.visit('alice', jira.paths.inbox);
    await narrow.setViewportSize({ width: 420, height: 800 });
    await line(narrow).click();
    await title(narrow).waitFor();
    await line(narrow).waitFor({ state: 'hidden' });
    await narrow.getByRole('button', { name: 'All conversations' }).click();
    await line(narrow).waitFor();
    await title(narrow).waitFor({ state: 'hidden' });
    await narrow.setViewportSize({ width: 1280, height: 800 });
    await line(narrow).click();
    await title(narrow).waitFor();
    await line(narrow).waitFor();
    await narrow.getByRole('button', { name: 'All conversations' }).waitFor({ state: 'hidden' });
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
