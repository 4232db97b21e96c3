import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { answerOf, untilWords } from './eventually';
import { findComposer, findField } from './find-composer';
import { choose, ownMessages } from './message-actions';
import { openBrowser } from './open-browser';
import { openNew } from './open-new';
import { openPage } from './open-page';
import { type RunningPreview, startPreviewProgram } from './running-preview';
import { sendMessage } from './send-message';

// Sites do not ask people one by one any more, but for those that still do.
const settings = { PREVIEW_ASKS_EACH_PERSON: 'on' };

describe('from the issue panel to a stored message', () => {
  let folder: string;
  let preview: RunningPreview;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aside-e2e-'));
    [preview, browser] = await Promise.all([startPreviewProgram(folder, settings), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  /** A tab of one person on an issue. Everyone has a browser of their own. */
  async function visit(person: string, issue: string): Promise<Page> {
    const page = await openPage(browser, faults);
    await page.goto(`${preview.url}/browse/${issue}?as=${person}`);
    return page;
  }

  it('takes a message from Alice to Bob and back, and keeps both through a kill', async () => {
    const alice = await visit('alice', 'WEB-1');
    await findField(alice, 'Bob Brandt').fill('Can you look at the login pgae?');
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByText('Can you look at the login pgae?').waitFor();

    await choose(ownMessages(alice), 'Edit');
    const edit = findComposer(alice).getByRole('textbox', { name: 'Edit your message' });
    await untilWords(edit, 'Can you look at the login pgae?');
    await edit.press('Control+a');
    await alice.keyboard.type('Can you look at the **login page**?');
    await findComposer(alice).getByRole('button', { name: 'Save' }).click();
    await alice.getByText('Edited').waitFor();

    const bob = await visit('bob', 'WEB-1');
    await openNew(bob);
    await bob.getByText('Can you look at the login page?').waitFor();
    expect(await bob.locator('strong', { hasText: 'login page' }).count()).toBe(1);
    await bob.getByText('Edited').waitFor();
    expect(await ownMessages(bob).count()).toBe(0);
    await findField(bob, 'Alice Archer').fill('On it.\n\nGive me an hour.');
    await findComposer(bob).getByRole('button', { name: 'Send', exact: true }).click();
    await bob.getByText('Give me an hour.').waitFor();
    await ownMessages(bob).waitFor();

    await preview.end('SIGKILL');
    preview = await startPreviewProgram(folder, settings);
    const again = await visit('alice', 'WEB-1');
    await again.getByText('Can you look at the login page?').waitFor();
    await again.getByText('Edited').waitFor();
    await openNew(again);
    await again.getByText('On it.').waitFor();
    expect(faults).toEqual([]);
  });

  it('shows the words to nobody else', async () => {
    const carla = await visit('carla', 'WEB-1');
    await carla.getByText('Write to Bob Brandt directly').waitFor();
    expect(await carla.getByText('login page?').count()).toBe(0);
  });

  it('lets an author delete, and leaves “Message deleted” for both', async () => {
    const bob = await visit('bob', 'WEB-1');
    await findField(bob, 'Alice Archer').waitFor();
    await choose(ownMessages(bob), 'Delete');
    await bob.getByRole('button', { name: 'Delete message' }).click();
    await bob.getByText('Message deleted').waitFor();
    const alice = await visit('alice', 'WEB-1');
    await alice.getByText('Message deleted').waitFor();
    expect(await alice.getByText('On it.').count()).toBe(0);
  });

  it('keeps an earlier thread when the issue goes to someone else', async () => {
    const alice = await visit('alice', 'WEB-1');
    await alice.getByRole('complementary').getByRole('button', { name: 'Bob Brandt' }).click();
    await alice.getByRole('menuitem', { name: 'Carla Conti' }).click();
    await alice.getByRole('button', { name: 'Carla Conti (assignee)' }).waitFor();
    await alice.getByRole('region', { name: 'Aside' }).getByRole('button', { name: 'Bob Brandt' }).click();
    await alice.getByText('Can you look at the login page?').waitFor();
  });

  it('marks as failed what the service could not take, and a retry sends it once', async () => {
    const alice = await visit('alice', 'WEB-5');
    await findField(alice, 'Carla Conti').waitFor();
    // The answer is lost, not the request: only the key keeps the retry from sending it again.
    await alice.route('**/preview/invoke', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await findField(alice, 'Carla Conti').fill('Which pictures first?');
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByText('Perhaps not sent.').waitFor();
    await alice.unroute('**/preview/invoke');
    // The message would come by itself as well: what counts is that it is sent again.
    const again = answerOf(alice, 'send', (_, answered) => answered.includes('"ok":true'));
    await alice.getByRole('button', { name: 'Retry' }).click();
    await again;
    await ownMessages(alice).waitFor();
    const carla = await visit('carla', 'WEB-5');
    await openNew(carla);
    await carla.getByText('Which pictures first?').waitFor();
    expect(await carla.getByText('Which pictures first?').count()).toBe(1);
  });

  it('asks once for the consent that the platform needs, at the first send, then shows the panel', async () => {
    const emi = await visit('emi', 'WEB-5');
    await findField(emi, 'Carla Conti').fill('Is this still open?');
    await findComposer(emi).getByRole('button', { name: 'Send', exact: true }).click();
    await emi.getByRole('button', { name: 'Allow access' }).click();
    await emi.getByRole('button', { name: 'Allow access' }).waitFor({ state: 'detached' });
    await sendMessage(emi, 'Carla Conti', 'And when it is not, who closes it?');
  });

  it.each([
    ['alice', 'WEB-3', 'Nobody to write to yet'],
    ['alice', 'WEB-4', 'account is deactivated'],
    ['anonymous', 'WEB-1', 'Log in to see your messages'],
  ])('says to %s on %s: %s', async (person, issue, words) => {
    const page = await visit(person, issue);
    await page.getByText(words).first().waitFor();
    expect(
      await findComposer(page)
        .getByRole('textbox', { name: /Message to/ })
        .count(),
    ).toBe(0);
  });

  it('works with the API that npm start tells of', async () => {
    const { id, secret, site } = preview.client;
    const ask = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(preview.serviceUrl + path, init);
      return { status: answer.status, body: await answer.json() };
    };
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
    const token = await ask('/oauth/token', { method: 'POST', body: form });
    expect(token.status).toBe(200);
    const sites = await ask('/site/', { headers: { Authorization: `Bearer ${token.body.access_token}` } });
    expect(sites).toMatchObject({ status: 200, body: { values: [{ id: site }] } });
  });
});
