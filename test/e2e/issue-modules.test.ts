import type { Page } from 'playwright-core';
import { eventually, untilWords } from './eventually';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

describe('the app’s modules on an issue', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira();
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });

  it('count what is unread beside a context’s title once it is opened and when it is closed, and not with the page', async () => {
    // Nobody has added the panel here.
    const carla = await jira.visit('carla', '/browse/WEB-6');
    await carla.getByRole('button', { name: 'Actions', exact: true }).click();
    await carla.getByRole('menuitem', { name: 'Message assignee' }).click();
    await sendMessage(
      carla.getByRole('dialog', { name: 'Message assignee' }),
      'Emi Endo',
      'Counted once the context is opened',
    );
    const emi = await jira.visit('emi', '/');
    const asked = emi.waitForResponse(
      (response) =>
        response.url().endsWith('/preview/context-status') && response.request().postDataJSON().moment === 'load',
    );
    await emi.goto(new URL('/browse/WEB-6', emi.url()).href);
    const title = emi.getByRole('region', { name: 'Aside, beside the issue' }).getByRole('heading', { level: 2 });
    const press = async (): Promise<unknown> => {
      // The page asks, too, when it loads, and may be answered late.
      const answer = emi.waitForResponse(
        (response) =>
          response.url().endsWith('/preview/context-status') && response.request().postDataJSON().moment !== 'load',
      );
      await title.getByRole('button').click();
      return (await answer).json();
    };
    const nothing = JSON.stringify({ status: null });
    await title.waitFor();
    expect(await (await asked).json()).toEqual({ status: null });
    await untilWords(title, 'Aside');
    expect(await press()).toEqual({ status: { type: 'badge', value: { label: '1' } } });
    await title.getByText('1', { exact: true }).waitFor();
    await openNew(emi);
    await emi.getByText('Counted once the context is opened').waitFor();
    // The view tells the service that it was read while this closes it.
    const close = async (): Promise<unknown> => {
      const answer = await press();
      if (JSON.stringify(answer) !== nothing) await title.getByRole('button').click();
      return answer;
    };
    await eventually(close, (answer) => JSON.stringify(answer) === nothing);
    await untilWords(title, 'Aside');
  });

  it('include no panel until someone adds it, and then it is there for everyone', async () => {
    const alice = await jira.visit('alice', '/browse/WEB-6');
    const apps = alice.getByRole('button', { name: 'Add apps' });
    await apps.waitFor();
    expect(await panelOf(alice).count()).toBe(0);
    await apps.click();
    await alice.getByRole('menuitem', { name: 'Aside' }).click();
    await panelOf(alice).waitFor();
    const bob = await jira.visit('bob', '/browse/WEB-6');
    await panelOf(bob).waitFor();
  });

  it('are looked at under the hood: functions, calls with their tokens, and the points of the hour', async () => {
    const alice = await jira.visit('alice', '/browse/WEB-1');
    await sendMessage(alice, 'Bob Brandt', 'Seen under the hood');
    await alice.getByRole('button', { name: 'Under the hood' }).click();
    const drawer = alice.getByRole('complementary', { name: 'Under the hood' });
    await drawer.getByText(/^\d[\d,]* of 65,000 points of Jira in this hour, which ends in \d+ min$/).waitFor();
    const lines = drawer.getByRole('listitem');
    await lines.filter({ hasText: 'Function' }).filter({ hasText: 'panel' }).first().waitFor();
    const call = lines.filter({ hasText: 'Service' }).filter({ hasText: 'POST' }).first();
    await call.locator('summary').click();
    const detail = await call.locator('pre').innerText();
    expect(detail).toContain('forge/invocation-token');
    await drawer.getByRole('button', { name: 'Close the drawer' }).click();
    await drawer.waitFor({ state: 'detached' });
  });
});
