import type { Page } from 'playwright-core';
import { eventually } from './eventually';
import { findComposer, findField } from './find-composer';
import { ownMessages } from './message-actions';
import { type Jira, openJira } from './open-jira';

describe('what one writes and does not send', () => {
  let jira: Jira;
  let alice: Page;
  beforeAll(async () => {
    jira = await openJira();
    alice = await jira.visit('alice', '/browse/WEB-1');
  });
  afterAll(() => jira?.close());

  const field = () => findField(alice, 'Bob Brandt');
  /** Types, and waits until the service has it. */
  const write = async (text: string) => {
    const saved = alice.waitForResponse(
      async (response) =>
        (response.request().postData()?.includes('draftSave') ?? false) && (await response.text()).includes('"saved"'),
    );
    await field().click();
    await alice.keyboard.type(text);
    await saved;
  };
  const words = async () => (await field().innerText()).trim();

  it('stands there again after a reload, with its formatting, and is gone once it is sent', async () => {
    await field().waitFor();
    await write('Half a **thought**');
    await alice.reload();
    await field().waitFor();
    await eventually(words, (text) => text === 'Half a thought');
    expect(await field().locator('strong').innerText()).toBe('thought');
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await alice.getByRole('paragraph').filter({ hasText: 'Half a thought' }).last().waitFor();
    await ownMessages(alice).first().waitFor();
    await alice.reload();
    await field().waitFor();
    await alice.getByRole('paragraph').filter({ hasText: 'Half a thought' }).last().waitFor();
    expect(await words()).toBe('');
    expect(jira.faults).toEqual([]);
  });
});
