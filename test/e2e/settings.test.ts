import type { Page } from 'playwright-core';
import { untilCount } from './eventually';
import { findComposer, findField } from './find-composer';
import { chooseForConversation, storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { chooseFault, runSweep } from './preview-controls';
import { sendMessage } from './send-message';

const steps = [
  'An address is set and confirmed',
  'The service answers',
  'The service knows this app',
  'The service accepts this Jira site',
  "The service's version fits the app",
];

describe('settings and preferences', () => {
  let jira: Jira;
  let settings: Page;
  let alice: Page;

  beforeAll(async () => {
    jira = await openJira();
    settings = await jira.visit('alice', jira.paths.settings);
    alice = await jira.visit('alice', '/browse/WEB-1');
  });
  afterAll(() => jira?.close());

  async function testConnection(verdict: string): Promise<string> {
    await settings.getByRole('button', { name: 'Test the connection' }).click();
    await settings.getByText(verdict).waitFor();
    return settings.getByRole('tabpanel').innerText();
  }

  async function save(page: Page, toggle: string, isOn: boolean, said: string): Promise<void> {
    await page.getByRole('checkbox', { name: toggle }).setChecked(isOn, { force: true });
    await page.getByText(/^Your (changes|choices) are not saved yet\.$/).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // The flag of the save before it says the same.
    await page.getByText(/^Your (changes|choices) are not saved yet\.$/).waitFor({ state: 'hidden' });
    await page.getByRole('alert').filter({ hasText: said }).last().waitFor();
  }

  it('the connection test names each step, all of them well', async () => {
    const shown = await testConnection('Everything works');
    for (const step of steps) expect(shown).toMatch(new RegExp(`OK\\s+${step}`, 'i'));
  });

  it('without an address it says at which step it stands still and what to do', async () => {
    await chooseFault(settings, 'No address of the service is set');
    const shown = await testConnection('The connection does not work yet');
    expect(shown).toMatch(/Failed\s+An address is set and confirmed\s+Set the address above and confirm it/i);
    expect(shown).toMatch(/Code: \S+/);
    for (const step of steps.slice(1)) expect(shown).toMatch(new RegExp(`Not tried\\s+${step}`, 'i'));
    await chooseFault(settings, 'Nothing');
    await testConnection('Everything works');
  });

  it.each(['en', 'de', 'ja'])('the names of the tabs are whole on a narrow page: %s', async (language) => {
    const page = await jira.visit('alice', `${jira.paths.settings}?lang=${language}`);
    await page.setViewportSize({ width: 420, height: 900 });
    const names = page.getByRole('tab');
    await untilCount(names, 6);
    const cut = await names.evaluateAll((tabs) =>
      tabs.flatMap((tab) => {
        const range = tab.ownerDocument.createRange();
        range.selectNodeContents(tab);
        const isWhole = range.getBoundingClientRect().right <= tab.getBoundingClientRect().right;
        return isWhole ? [] : [tab.textContent];
      }),
    );
    expect(cut).toEqual([]);
    await page.close();
  });

  it('a site that is switched off lets nobody send, says so, and lets them again once it is on', async () => {
    await findField(alice, 'Bob Brandt').fill('Before it was off');
    await settings.getByRole('tab', { name: 'Sending' }).click();
    await save(settings, 'People may send messages from this site', false, 'The settings are saved');

    // Who has the panel open learns it when they send.
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByText('Aside is switched off for this site').first().waitFor();
    await alice.reload();
    await alice.getByText(/^Aside is switched off for this site\. A Jira administrator can switch it on/).waitFor();
    expect(
      await findComposer(alice)
        .getByRole('textbox', { name: /Message to/ })
        .count(),
    ).toBe(0);
    expect(await alice.getByText('Before it was off').count()).toBe(0);

    await save(settings, 'People may send messages from this site', true, 'The settings are saved');
    await alice.reload();
    await sendMessage(alice, 'Bob Brandt', 'And on again');
  });

  it('nobody but an administrator gets the settings', async () => {
    const bob = await jira.visit('bob', jira.paths.settings);
    await bob.getByText('Only Jira administrators can open this').waitFor();
    expect(await bob.getByRole('tab').count()).toBe(0);
    await bob.close();
  });

  it('who wants no mail of people gets none, and whoever does gets theirs', async () => {
    const bob = await jira.visit('bob', jira.paths.preferences);
    await save(bob, 'When a person writes to me', false, 'Your preferences are saved');
    await bob.reload();
    await bob.getByRole('checkbox', { name: 'When a person writes to me', checked: false }).waitFor();
    await bob.close();

    const other = await jira.visit('alice', '/browse/WEB-5');
    await sendMessage(other, 'Carla Conti', 'Which pictures first?');
    await sendMessage(alice, 'Bob Brandt', 'Which page first?');
    jira.passMinutes(2);
    await runSweep(other);
    expect(await jira.readMails('carla')).toHaveLength(1);
    expect(await jira.readMails('bob')).toEqual([]);
  });

  it('a blocked person is told that it is not delivered, until they are unblocked', async () => {
    const bob = await jira.visit('bob', jira.paths.inbox);
    await bob.getByRole('button', { name: /^Alice Archer/ }).click();
    await chooseForConversation(bob, 'Alice Archer', 'Block');
    await bob.getByRole('button', { name: 'Block them' }).click();
    await bob.getByText('You have blocked Alice Archer').waitFor();

    await findField(alice, 'Bob Brandt').fill('Can you hear me?');
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByText('This person does not take messages from you.').waitFor();

    const preferences = await jira.visit('bob', jira.paths.preferences);
    await preferences.getByRole('button', { name: 'Unblock Alice Archer' }).click();
    await preferences.getByText('You have blocked nobody.').waitFor();
    await alice.getByRole('button', { name: 'Retry' }).click();
    await storedMessage(alice, 'Can you hear me?').waitFor();
    await preferences.goto(new URL('/browse/WEB-1', preferences.url()).href);
    await openNew(preferences);
    await preferences.getByText('Can you hear me?').waitFor();
    expect(await preferences.getByText('Can you hear me?').count()).toBe(1);
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
