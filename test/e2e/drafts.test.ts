import type { Page } from 'playwright-core';
import { answerOf, untilWords } from './eventually';
import { findComposer, findField } from './find-composer';
import { keepDraft } from './keep-draft';
import { storedMessage } from './message-actions';
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

  it('stands there again after a reload, with its formatting, and is gone once it is sent', async () => {
    await field().waitFor();
    await keepDraft(field(), 'Half a **thought**', '"strong"');
    await alice.reload();
    await field().waitFor();
    await untilWords(field(), 'Half a thought');
    expect(await field().locator('strong').innerText()).toBe('thought');
    await findComposer(alice).getByRole('button', { name: 'Send', exact: true }).click();
    await storedMessage(alice, 'Half a thought').waitFor();
    await Promise.all([answerOf(alice, 'open'), alice.reload()]);
    await field().waitFor();
    await storedMessage(alice, 'Half a thought').waitFor();
    // A draft that came late would stand beside it.
    await field().click();
    await alice.keyboard.type('Next');
    await untilWords(field(), 'Next');
    expect(jira.faults).toEqual([]);
  });
});
