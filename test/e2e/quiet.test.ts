import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { eventually } from './eventually';
import { findComposer, findField } from './find-composer';
import { type Jira, openJira } from './open-jira';
import { runSweep } from './preview-controls';
import { sendMessage } from './send-message';

// Whoever wants to be told of nothing is not, until that ends; whoever writes to them sees so before; and Enter does what
// its reader chose.
describe('quiet hours, an absence, and Enter', () => {
  let jira: Jira;
  beforeAll(async () => {
    jira = await openJira();
  });
  afterAll(() => jira?.close());
  afterEach(() => expect(jira.faults).toEqual([]));

  const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Aside', exact: true });
  const preferencesOf = (person: string) => jira.visit(person, jira.paths.preferences);
  const press = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true }).click();
  const subjects = async (person: string) => (await jira.readMails(person)).map(({ subject }) => subject);
  const half = 30 * 60_000;
  /** As the list of times says it, by the clock of the browser, which is this machine's. */
  const timeOf = (at: number) => new Intl.DateTimeFormat('en-US', { timeStyle: 'short' }).format(new Date(at));
  const dateOf = (ahead: number) => new Intl.DateTimeFormat('en-US').format(new Date(Date.now() + ahead * 86_400_000));
  let bob: Page;
  async function chooseTime(list: string, time: string): Promise<void> {
    await bob.getByRole('combobox', { name: list, exact: true }).pressSequentially(time);
    await bob.getByRole('option', { name: time, exact: true }).click();
  }

  it('in quiet hours no mail comes, and one that counts comes when they end', async () => {
    bob = await preferencesOf('bob');
    await bob.getByLabel('Have quiet hours').press('Space');
    const days = bob.getByRole('checkbox', { name: /day$/ });
    expect(await days.count()).toBe(7);
    for (const day of await days.all()) await day.setChecked(true, { force: true });
    const began = Math.floor(Date.now() / half) * half;
    await chooseTime('From', timeOf(began));
    await chooseTime('Until', timeOf(began + 2 * half));
    await press(bob, 'Save quiet hours');
    await bob.getByText('Your quiet hours are saved').waitFor();

    const alice = await jira.visit('alice', '/browse/WEB-1');
    await sendMessage(panelOf(alice), 'Bob Brandt', 'One');
    await sendMessage(panelOf(alice), 'Bob Brandt', 'Two');
    jira.passMinutes(5);
    await runSweep(bob);
    expect(await subjects('bob')).toEqual([]);
    jira.passMinutes(60);
    await runSweep(bob);
    const told = 'Came while you were not disturbed: 2 messages in one conversation';
    await eventually(
      () => subjects('bob'),
      (mails) => mails.length > 0,
    );
    jira.passMinutes(6);
    await runSweep(bob);
    expect(await subjects('bob')).toEqual([told]);
    await bob.getByLabel('Have quiet hours').press('Space');
    await press(bob, 'Save quiet hours');
    await alice.context().close();
  });

  it('who is away says until when, and whoever writes sees it before, with a way to the substitute', async () => {
    await bob.reload();
    const until = bob.getByRole('combobox', { name: 'Back on' });
    await until.fill(dateOf(12));
    await until.press('Enter');
    await bob.getByLabel('A word for whoever writes (optional)').fill('Skiing, without a signal.');
    await chooseOption(bob, 'Substitute (optional)', 'Carla Conti', 'carla');
    await press(bob, 'Save away dates');
    await bob.getByText(/^You are away, back on/).waitFor();

    const alice = await jira.visit('alice', '/browse/WEB-1');
    await panelOf(alice)
      .getByText(/^Bob Brandt is away, back on/)
      .waitFor();
    await panelOf(alice).getByText('“Skiing, without a signal.”').waitFor();
    await press(panelOf(alice), 'Write to Carla Conti instead');
    await findField(panelOf(alice), 'Carla Conti').waitFor();
    await sendMessage(panelOf(alice), 'Carla Conti', 'Can you look, as Bob is away?');

    const inbox = await jira.visit('alice', jira.paths.inbox);
    await inbox.getByRole('button', { name: /^Bob Brandt/ }).click();
    await inbox.getByText(/^Bob Brandt is away, back on/).waitFor();
    await press(inbox, 'Write to Carla Conti instead');
    await findField(inbox, 'Carla Conti').waitFor();

    await press(bob, 'I am back');
    await bob.getByText(/^You are away, back on/).waitFor({ state: 'detached' });
    await alice.reload();
    await findField(panelOf(alice), 'Bob Brandt').waitFor();
    expect(await alice.getByText(/is away, back on/).count()).toBe(0);
    for (const page of [alice, inbox]) await page.context().close();
  });

  describe('Enter', () => {
    let alice: Page;
    let field: Locator;
    const sent = (text: string) => panelOf(alice).getByText(text, { exact: true }).first();
    const empty = async () => {
      await field.press('Control+a');
      for (let times = 0; times < 4; times += 1) await field.press('Backspace');
    };

    it('sends once its reader wants that, and says so below the field', async () => {
      alice = await jira.visit('alice', '/browse/WEB-1');
      field = findField(panelOf(alice), 'Bob Brandt');
      await findComposer(panelOf(alice)).getByText('Send with Ctrl+Enter').waitFor();
      await alice.goto(new URL(jira.paths.preferences, alice.url()).href);
      await alice.getByLabel('Enter sends').press('Space');
      await press(alice, 'Save');
      await alice.getByText('Your preferences are saved').waitFor();
      await alice.goto(new URL('/browse/WEB-1', alice.url()).href);
      await findComposer(panelOf(alice)).getByText('Send with Enter, new line with Shift+Enter').waitFor();
      await field.click();
      await alice.keyboard.type('By Enter');
      await alice.keyboard.press('Enter');
      await sent('By Enter').waitFor();
      await alice.keyboard.type('First');
      await alice.keyboard.press('Shift+Enter');
      await alice.keyboard.type('second');
      expect(await field.innerText()).toMatch(/^First\s+second$/);
      await alice.keyboard.press('Control+Enter');
      await sent('second').waitFor();
      await sent('First').waitFor();
    });

    it('goes on with a list and with code, and sends below them', async () => {
      await field.click();
      await alice.keyboard.type('- one');
      await alice.keyboard.press('Enter');
      await alice.keyboard.type('two');
      expect(await field.locator('li').count()).toBe(2);
      // An empty item leaves the list.
      await alice.keyboard.press('Enter');
      await alice.keyboard.press('Enter');
      await alice.keyboard.type('below');
      expect(await sent('below').count()).toBe(0);
      await alice.keyboard.press('Enter');
      await sent('below').waitFor();
      await field.click();
      await alice.keyboard.type('``` x = 1');
      await alice.keyboard.press('Enter');
      await alice.keyboard.type('y = 2');
      expect(await field.locator('code').innerText()).toBe('x = 1\ny = 2');
      await alice.keyboard.press('Control+Enter');
      await panelOf(alice).getByText('y = 2').first().waitFor();
    });

    it('that ends the composition of a word sends nothing', async () => {
      await field.click();
      await alice.keyboard.type('a');
      const isSent = await field.evaluate((element) => {
        element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        const key = { key: 'Enter', code: 'Enter', keyCode: 13, isComposing: true, bubbles: true, cancelable: true };
        element.dispatchEvent(new KeyboardEvent('keydown', key));
        const text = element.textContent;
        element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
        return text === '';
      });
      expect(isSent).toBe(false);
      await empty();
      await alice.keyboard.type('after it');
      await alice.keyboard.press('Enter');
      await sent('after it').waitFor();
    });

    it('waits for the people whom an @ looks for, and then takes the one who is meant', async () => {
      await field.click();
      // In one go, so that no answer can have come before the key.
      const words = await field.evaluate(async (element) => {
        element.ownerDocument.execCommand('insertText', false, 'Ask @carla');
        await Promise.resolve();
        const key = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
        element.dispatchEvent(new KeyboardEvent('keydown', key));
        return element.textContent;
      });
      expect(words).toBe('Ask @carla');
      await findComposer(panelOf(alice)).getByRole('option', { name: 'Carla Conti' }).waitFor();
      await alice.keyboard.press('Enter');
      await alice.keyboard.type('first');
      await alice.keyboard.press('Enter');
      await panelOf(alice).getByText('@Carla Conti').first().waitFor();
      // Whom nobody is called, nobody waits for.
      await alice.keyboard.type('Ask @nobodyatall');
      await findComposer(panelOf(alice)).getByText('Nobody found').waitFor({ state: 'attached' });
      await alice.keyboard.press('Enter');
      await sent('Ask @nobodyatall').waitFor();
    });

    it('makes a line on a screen that is touched, and says so', async () => {
      const touched = await jira.visit('alice', '/jira/dashboards');
      const session = await touched.context().newCDPSession(touched);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await touched.goto(new URL('/browse/WEB-1', touched.url()).href);
      const place = findComposer(panelOf(touched));
      await place.getByText('Send with the button, new line with Enter').waitFor();
      const words = findField(panelOf(touched), 'Bob Brandt');
      await words.click();
      await touched.keyboard.type('Above');
      await touched.keyboard.press('Enter');
      await touched.keyboard.type('below it');
      expect(await words.innerText()).toMatch(/^Above\s+below it$/);
      await place.getByRole('button', { name: 'Send', exact: true }).click();
      await panelOf(touched).getByText('below it').first().waitFor();
      await touched.context().close();
    });

    it('saves an edit, too, and says so', async () => {
      await sendMessage(panelOf(alice), 'Bob Brandt', 'To edit');
      await field.press('ArrowUp');
      const edit = findComposer(panelOf(alice)).getByRole('textbox');
      await findComposer(panelOf(alice)).getByText('Save with Enter, new line with Shift+Enter').waitFor();
      await edit.press('End');
      await alice.keyboard.type(', again');
      await alice.keyboard.press('Enter');
      await sent('To edit, again').waitFor();
    });
  });
});
