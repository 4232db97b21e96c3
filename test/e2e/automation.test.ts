import type { Locator, Page } from 'playwright-core';
import { chooseOption } from './choose-option';
import { eventually, untilCount } from './eventually';
import { findComposer, findField } from './find-composer';
import { othersMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';
import { openNew } from './open-new';
import { chooseFault } from './preview-controls';
import { readDeliveries } from './read-deliveries';
import { runRule } from './run-rule';

describe('messages that no person sends', () => {
  let jira: Jira;
  let alice: Page;

  beforeAll(async () => {
    jira = await openJira();
    alice = await jira.visit('alice', '/automation/tell-the-assignee');
  });
  afterAll(() => jira?.close());

  async function write(message: string): Promise<string> {
    await alice.getByRole('textbox', { name: 'Message', exact: true }).fill(message);
    return runRule(alice);
  }

  /** The panel of Bob on the issue, once this stands in it. */
  async function openPanel(text: string): Promise<Locator> {
    const bob = await jira.visit('bob', '/browse/WEB-1');
    const panel = bob.getByRole('region', { name: 'Aside', exact: true });
    await openNew(panel);
    await panel.getByRole('paragraph').filter({ hasText: text }).waitFor();
    return panel;
  }

  it('a rule writes to the assignee, who sees which rule it was and cannot answer it', async () => {
    await chooseOption(alice, 'Recipient', 'The reporter of the work item');
    await chooseOption(alice, 'Recipient', 'The assignee of the work item');
    expect(await write('Please look at **{{issue.key}}** today')).toMatch(/\bsent\b/);

    const panel = await openPanel('Please look at WEB-1 today');
    expect(await panel.locator('strong', { hasText: /^WEB-1$/ }).count()).toBe(1);
    await panel.getByRole('heading', { name: 'From rules and programs' }).waitFor();
    await panel.getByText('By a rule of Alice Archer: “Tell the assignee”').waitFor();
    // Bob can write to the reporter of the issue, and to nobody else.
    await findField(panel, 'Alice Archer').waitFor();
    await untilCount(panel.getByRole('textbox'), 0);
    await untilCount(findComposer(panel).getByRole('textbox'), 1);
    // What a rule wrote is nobody's to change.
    await othersMessages(panel).click();
    const offers = panel.page().getByRole('dialog').getByRole('button');
    await offers.filter({ hasText: 'Report' }).waitFor();
    expect((await offers.allInnerTexts()).filter((text) => /Edit|Delete/.test(text))).toEqual([]);
    await panel.page().close();
  });

  it('what it sends while the service is away is queued, and arrives once when it is back', async () => {
    await chooseFault(alice, 'The service does not answer');
    expect(await write('The service was away for {{issue.key}}')).toMatch(/\bqueued\b/);
    const settings = await jira.visit('alice', jira.paths.settings);
    await eventually(
      () => readDeliveries(settings),
      ([newest = '']) => /Rule “Tell the assignee”, of Alice Archer Bob Brandt WEB-1 Waiting/i.test(newest),
    );

    await chooseFault(alice, 'Nothing');
    // The choice holds from a tab's next request on, here that of another rule run.
    expect(await write('It is back')).toMatch(/\bsent\b/);
    await eventually(
      () => readDeliveries(settings),
      (lines) => lines.some((line) => /Rule “Tell the assignee”, of .* Sent Tries: [2-9]/i.test(line)),
      60_000,
    );
    const panel = await openPanel('The service was away for WEB-1');
    expect(await panel.getByText('The service was away for WEB-1').count()).toBe(1);
    await panel.page().close();
  });

  it('the web trigger takes a message with the secret, each key once, and nothing without it', async () => {
    const settings = await jira.visit('alice', jira.paths.settings);
    await settings.getByRole('tab', { name: 'Rules' }).click();
    await settings.getByText('There is no secret yet').waitFor();
    await settings.getByRole('button', { name: 'Make a secret' }).click();
    await settings.getByText('Copy the secret now').waitFor();
    const [url = '', secret = ''] = await settings.getByRole('tabpanel').locator('code').allInnerTexts();

    const post = async (authorization: string, message = 'Build 7 is green') => {
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { Authorization: authorization, 'Content-Type': 'application/json', 'Idempotency-Key': 'build-7' },
        body: JSON.stringify({ issue: 'WEB-1', recipient: 'assignee', message, rule: 'Build server' }),
      });
      return status;
    };
    expect(await post(`Bearer ${secret.slice(0, -1)}`, 'Never to be seen')).toBe(401);
    expect(await post('', 'Never to be seen')).toBe(401);
    expect(await post(`Bearer ${secret}`)).toBe(202);
    expect(await post(`Bearer ${secret}`)).toBe(202);

    const lines = await eventually(
      () => readDeliveries(settings),
      (found) => found.filter((line) => /Web trigger “Build server” Bob Brandt WEB-1 Sent/i.test(line)).length === 2,
    );
    expect(lines.filter((line) => line.includes('Web trigger'))).toHaveLength(2);
    const panel = await openPanel('Build 7 is green');
    expect(await panel.getByText('Build 7 is green').count()).toBe(1);
    expect(await panel.getByText('Never to be seen').count()).toBe(0);

    await settings.reload();
    await settings.getByRole('tab', { name: 'Rules' }).click();
    await settings.getByText('It cannot be shown again.').waitFor();
    expect(await settings.getByText(secret).count()).toBe(0);
  });

  it('the delivery log tells of each of them, without a word of any', async () => {
    const settings = await jira.visit('alice', jira.paths.settings);
    const lines = await eventually(
      () => readDeliveries(settings),
      (found) => found.filter((line) => line.includes('Rule “Tell the assignee”')).length === 3,
    );
    expect(lines.filter((line) => !/Sent|Handed to Jira/i.test(line))).toEqual([]);
    expect(lines.join()).not.toMatch(/look at|away|back|green/);
  });

  it('nothing failed on any page meanwhile', () => expect(jira.faults).toEqual([]));
});
