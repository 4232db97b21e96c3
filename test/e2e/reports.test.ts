import type { Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { untilCount } from './eventually';
import { choose, othersMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { sendMessage } from './send-message';

describe('reports and what administrators see', () => {
  let jira: Jira;
  let settings: Page;

  beforeAll(async () => {
    jira = await openJira();
    settings = await jira.visit('alice', jira.paths.settings);
  });
  afterAll(() => jira?.close());

  /** A page hears of changes from some seconds after it was opened on. */
  const hears = (page: Page) => page.waitForRequest(/\/preview\/realtime/, { timeout: 60_000 });
  const tab = (name: string) => settings.getByRole('tab', { name, exact: true }).click();

  it('a message that is reported is read by an administrator, removed, and gone for both who were in it', async () => {
    const bob = await jira.visit('bob', '/browse/WEB-5');
    const bobHears = hears(bob);
    await sendMessage(bob, 'Carla Conti', 'You are good for nothing');
    const carla = await jira.visit('carla', '/browse/WEB-5');
    const carlaHears = hears(carla);
    await openNew(carla);
    await carla.getByText('You are good for nothing').first().waitFor();
    await choose(othersMessages(carla).last(), 'Report');
    const send = carla.getByRole('button', { name: 'Report it' });
    expect(await send.isDisabled()).toBe(true);
    await chooseOption(carla, 'Why do you report it?', 'Insulting or harassing');
    await carla.getByLabel('What the administrators should know beside it').fill('The second time today');
    await send.click();
    await carla.getByRole('alert').filter({ hasText: 'Reported to the administrators' }).waitFor();

    await tab('Reports');
    await settings.getByText(/Carla Conti.* reported a message of .*Bob Brandt/).waitFor();
    expect(await settings.getByText('You are good for nothing').count()).toBe(0);
    await settings.getByRole('button', { name: 'Read the message' }).click();
    await settings.getByText('You are good for nothing').waitFor();
    await settings.getByText('The second time today').waitFor();
    await Promise.all([bobHears, carlaHears]);
    await settings.getByRole('button', { name: 'Remove the message' }).click();
    await settings.getByRole('button', { name: 'Remove it for good' }).click();
    await settings.getByText('No report waits for a decision.').waitFor();

    // Both have it open, and hear of it.
    await carla.getByText('Removed by an administrator').waitFor();
    await bob.getByText('An administrator removed your message').waitFor();
    for (const page of [carla, bob]) expect(await page.getByText('You are good for nothing').count()).toBe(0);
    expect(await bob.getByText('Carla Conti reported').count()).toBe(0);

    await carla.goto(new URL(jira.paths.preferences, carla.url()).href);
    await carla.getByText('The message was removed').waitFor();
    for (const page of [bob, carla]) await page.close();
  });

  it('each look and the removal stand in the audit, under the name of who did it', async () => {
    await tab('Logs');
    const rows = settings.getByRole('row').filter({ hasText: 'Alice Archer' });
    await rows.filter({ hasText: 'Removed a reported message' }).waitFor();
    await untilCount(rows.filter({ hasText: 'Looked at a reported message' }), 1);
  });

  it('the client of the preview stands in the list, with the hour of its last use', async () => {
    await tab('Data');
    await settings.getByText('A Jira administrator reads no message but one').waitFor();
    await settings.getByText('For ever, until somebody deletes them').waitFor();
    const row = settings
      .getByRole('row')
      .filter({ hasText: 'Read and write where it takes part' })
      .or(settings.getByRole('row').filter({ hasText: 'Make and manage groups, too' }));
    await row.first().waitFor();
    expect(await row.first().innerText()).toMatch(/Good/);
  });

  it('the page of health says how the service, mails, live updates and points are doing', async () => {
    await tab('Logs');
    for (const words of [
      'The service runs version',
      'differ by less than two seconds',
      'Until when its certificate holds is not known yet.',
      'Realtime takes hints',
      'points an hour, over all of its sites',
      'None of those that you see.',
    ]) {
      await settings.getByText(words).waitFor();
    }
  });

  it('changes that are not saved are asked about between the tabs', async () => {
    await tab('Sending');
    const toggle = settings.getByRole('checkbox', { name: 'People see how far others have read' });
    await toggle.setChecked(false, { force: true });
    await settings.getByText('Your changes are not saved yet.').waitFor();
    await tab('Rules');
    const question = settings.getByRole('dialog');
    await question.getByText('Leave without saving?').waitFor();
    await question.getByRole('button', { name: 'Stay here' }).click();
    await question.waitFor({ state: 'hidden' });
    await settings.getByText('Your changes are not saved yet.').waitFor();

    await tab('Rules');
    await question.getByRole('button', { name: 'Save and go on' }).click();
    await settings.getByRole('heading', { name: 'Web trigger' }).waitFor();
    await settings.reload();
    await tab('Sending');
    await settings.getByRole('checkbox', { name: 'People see how far others have read', checked: false }).waitFor();

    await toggle.setChecked(true, { force: true });
    await tab('Rules');
    await question.getByRole('button', { name: 'Discard' }).click();
    await settings.getByRole('heading', { name: 'Web trigger' }).waitFor();
    await tab('Sending');
    await settings.getByRole('checkbox', { name: 'People see how far others have read', checked: false }).waitFor();
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
