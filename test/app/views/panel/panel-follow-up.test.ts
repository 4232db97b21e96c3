import { aMessage, aPanel, aProblem, aThread } from '../builders';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const mine = (changes = {}) => aMessage(1, 'Done?', { from: 'me', ...changes });
const theirs = (changes = {}) => aMessage(1, 'Done?', changes);
const open = (message: ReturnType<typeof aMessage>, answers = {}, changes = {}) =>
  openPanel({ panels: [aPanel({ threads: [aThread([message], changes)] })], answers });

test('who sent a message says in its menu that they wait, and later that they do no longer', async () => {
  const { host, asked } = await open(mine(), { question: () => ({ ok: true }) });
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Wait for an answer'));
  await host.until(() => expect(host.texts('Lozenge')).toEqual(['Waiting', 'Waiting for Bob Brown']));
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Wait no longer'));
  await host.until(() => expect(host.texts('Lozenge')).toEqual([]));
  const ask = { with: 'bob', id: mine().id };
  expect(asked('question')).toEqual([
    { ...ask, isOpen: true },
    { ...ask, isOpen: false },
  ]);
});

test('who is asked reads that it is their turn, and may say that no answer is needed', async () => {
  const questions = [{ messageId: theirs().id, issueId: '10001', isMine: false }];
  const { host } = await open(theirs({ awaitsAnswer: true }), { question: () => ({ ok: true }) }, { questions });
  await host.until(() => expect(host.texts('Lozenge')).toEqual(['Your turn', 'Your turn']));
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Needs no answer any more'));
  await host.until(() => expect(host.texts('Lozenge')).toEqual([]));
});

test('a reminder is chosen by its time, stands below the message, and can be taken away', async () => {
  const { host, asked } = await open(theirs(), { remind: () => ({ ok: true }) });
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Remind me…'));
  await host.until(() => expect(host.text).toContain('When do you want to be reminded?'));
  const before = Date.now();
  host.press(host.texts('Button').find((it) => it.startsWith('In an hour')) ?? '');
  await host.until(() => expect(host.texts('Lozenge')).toEqual([expect.stringMatching(/^Reminder: /)]));
  const [{ due = '', ...rest } = {}] = asked('remind') as { due?: string }[];
  expect(rest).toEqual({ with: 'bob', message: theirs().id });
  expect(Math.abs(Date.parse(due) - before - 3_600_000)).toBeLessThan(60_000);
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Remove the reminder'));
  await host.until(() => expect(host.texts('Lozenge')).toEqual([]));
});

test('what could not be saved is told by a flag', async () => {
  const { host, commanded } = await open(mine(), { question: () => aProblem('service_older') });
  host.comments[0]?.menu?.();
  await host.until(() => host.press('Wait for an answer'));
  await host.until(() => expect(commanded('showFlag')).toMatchObject([{ title: 'That was not saved' }]));
  expect(host.texts('Lozenge')).toEqual([]);
});

test('with a service of the release before nothing of it is offered', async () => {
  const { host } = await open(mine(), {}, { questions: null });
  host.comments[0]?.menu?.();
  await host.until(() => expect(host.text).toContain('Quote'));
  expect(host.text).not.toMatch(/Remind|Wait for|I wait/);
});
