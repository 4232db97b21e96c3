import type { Page } from 'playwright-core';
import { eventually } from './eventually';
import { findComposer, findField } from './find-composer';
import { storedMessage } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { chooseFault, type FaultChoice } from './preview-controls';

/** What the panel says of each. */
const told: readonly (readonly [FaultChoice, string])[] = [
  ['The service does not answer', 'The conversation service does not answer'],
  ['The service refuses this site', 'The conversation service refused'],
  ['No address of the service is set', 'Aside is not connected yet'],
  ['Jira’s points are spent', 'Jira is busy until'],
  ['This tab is offline', 'You are offline'],
];

describe('what goes wrong by the switch', () => {
  let jira: Jira;
  let alice: Page;
  let bob: Page;
  const panelOf = (page: Page) => page.getByRole('region', { name: 'Aside', exact: true });
  const sent = (words: string) => panelOf(alice).getByRole('paragraph').filter({ hasText: words });
  const write = async (words: string) => {
    await findField(alice, 'Bob Brandt').fill(words);
    await alice.keyboard.press('Control+Enter');
  };
  const reads = async (words: string) => {
    await bob.reload();
    await openNew(panelOf(bob));
    await panelOf(bob).getByText(words).waitFor();
    expect(await panelOf(bob).getByText(words).count()).toBe(1);
  };

  beforeAll(async () => {
    jira = await openJira();
    [alice, bob] = [await jira.visit('alice', '/browse/WEB-1'), await jira.visit('bob', '/browse/WEB-1')];
    await findField(alice, 'Bob Brandt').waitFor();
  });
  afterAll(() => jira?.close());
  // What one test left on, since it failed, is not the next one's.
  beforeEach(async () => {
    if ((await alice.getByRole('button', { name: 'Faults', exact: true }).count()) === 0) {
      await chooseFault(alice, 'Nothing');
    }
  });

  it.each(told)('%s: a message stays with its words and why, and a retry sends it once', async (fault, why) => {
    const words = `Written while: ${fault}`;
    await chooseFault(alice, fault);
    await write(words);
    await panelOf(alice).getByText(why).first().waitFor();
    await sent(words).waitFor();
    await chooseFault(alice, 'Nothing');
    await panelOf(alice).getByRole('button', { name: 'Retry' }).click();
    await storedMessage(panelOf(alice), words).waitFor();
    await reads(words);
  });

  // Opening takes nothing of Jira that could be spent: the view reads as who looks at it.
  it.each(told.filter(([fault]) => !fault.startsWith('Jira')))(
    '%s: the panel opens with why, and with the conversation once it is over',
    async (fault, why) => {
      await chooseFault(alice, fault);
      await alice.reload();
      await panelOf(alice).getByText(why).first().waitFor();
      // A tab keeps what was chosen, and says so.
      await chooseFault(alice, 'Nothing');
      const again = panelOf(alice).getByRole('button', { name: 'Try again' });
      await again.click();
      // A view whose question to Jira was lost asks Jira nothing for half a minute, whoever presses.
      await eventually(
        async () => {
          if ((await again.count()) > 0) await again.click({ timeout: 1_000 }).catch(() => undefined);
          return findField(alice, 'Bob Brandt').count();
        },
        (fields) => fields === 1,
        90_000,
      );
      await sent('Written while: The service does not answer').waitFor();
    },
  );

  it.each(['The service answers late', 'Jira answers late'] as const)(
    '%s: a message shows as being sent, and arrives by itself',
    async (fault) => {
      const words = `Written while: ${fault}`;
      await chooseFault(alice, fault);
      await write(words);
      await panelOf(alice).getByText('Sending…').waitFor();
      await sent(words).waitFor();
      await storedMessage(panelOf(alice), words).waitFor();
      await chooseFault(alice, 'Nothing');
      await reads(words);
    },
  );

  it('Jira hides the work item from the app: the message arrives, and it is said that no mail tells of it', async () => {
    const why = 'No mail tells Bob Brandt of this: the app itself cannot see the work item.';
    await chooseFault(alice, 'Jira hides the work item from the app');
    await write('Written while: blind');
    await panelOf(alice).getByText(why).waitFor();
    await chooseFault(alice, 'Nothing');
    await reads('Written while: blind');
    await write('Seen again');
    await storedMessage(panelOf(alice), 'Seen again').waitFor();
    await panelOf(alice).getByText(why).waitFor({ state: 'detached' });
  });

  it('Realtime is off: messages go and come when one looks, and by themselves once it is back', async () => {
    const isListening = () => alice.waitForRequest(/\/preview\/realtime/, { timeout: 60_000 });
    await Promise.all([isListening(), alice.reload()]);
    await chooseFault(alice, 'Realtime is off');
    await write('Written while: Realtime is off');
    await storedMessage(panelOf(alice), 'Written while: Realtime is off').waitFor();
    await reads('Written while: Realtime is off');
    await findField(bob, 'Alice Archer').fill('Did you hear me?');
    await bob.keyboard.press('Control+Enter');
    await storedMessage(panelOf(bob), 'Did you hear me?').waitFor();
    await panelOf(alice).getByRole('button', { name: 'Refresh' }).click();
    await openNew(panelOf(alice));
    await sent('Did you hear me?').waitFor();
    await Promise.all([isListening(), chooseFault(alice, 'Nothing')]);
    await findField(bob, 'Alice Archer').fill('And now?');
    await bob.keyboard.press('Control+Enter');
    await openNew(panelOf(alice));
    await sent('And now?').waitFor();
  });

  it('what is written and not sent stays in its field over a fault', async () => {
    await findField(alice, 'Bob Brandt').fill('Half a thought');
    await chooseFault(alice, 'The service does not answer');
    await panelOf(alice).getByRole('button', { name: 'Refresh' }).click();
    await panelOf(alice).getByText('The conversation service does not answer').first().waitFor();
    expect(await findField(alice, 'Bob Brandt').innerText()).toBe('Half a thought');
    await chooseFault(alice, 'Nothing');
    await panelOf(alice)
      .getByRole('button', { name: /^(Try again|Refresh)$/ })
      .first()
      .click();
    await panelOf(alice).getByText('The conversation service does not answer').first().waitFor({ state: 'detached' });
    expect(await findField(alice, 'Bob Brandt').innerText()).toBe('Half a thought');
  });

  it('the switch says in German and Japanese what is on', async () => {
    const page = await jira.visit('alice', '/browse/WEB-1?lang=de');
    await page.getByRole('button', { name: 'Störungen' }).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Der Dienst antwortet nicht' }).press('Enter');
    await page.getByRole('button', { name: 'Störung: Der Dienst antwortet nicht' }).waitFor();
    await page.goto(new URL('/browse/WEB-1?lang=ja', page.url()).href);
    await page.getByRole('button', { name: '障害: サービスが応答しない' }).waitFor();
    await page.setViewportSize({ width: 420, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(420);
    // The view has come, and what it asked was lost.
    await page.getByRole('button', { name: '再試行' }).waitFor();
    expect(await findComposer(page).getByRole('textbox').count()).toBe(0);
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
