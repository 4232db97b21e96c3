import { aMessage, aPanel, aProblem, aThread, bob, carla, dan } from '../builders';
import type { FakeHost } from '../fake-host';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const people = [bob, carla, dan, { ...dan, id: 'eve', name: 'Eve Fox' }, { ...dan, id: 'fay', name: 'Fay Gray' }];

describe('the switch between people', () => {
  test('says who is what on the issue and how much is unread, in words', async () => {
    const { host } = await openPanel({
      panels: [
        aPanel({
          threads: [
            aThread([aMessage(1, 'One')], { unreadCount: 4 }),
            aThread([], { person: carla, isAssignee: false, isReporter: true, unreadCount: 2 }),
            aThread([aMessage(3, 'Three')], { person: dan, isAssignee: false, unreadCount: 100 }),
          ],
        }),
      ],
    });
    expect(host.texts('Button').slice(0, 3)).toEqual([
      'Bob Brown (assignee), 4 unread',
      'Carla Diaz (reporter), 2 unread',
      'Dan Evans, 99+ unread',
    ]);
    expect(
      host
        .all('Button')
        .slice(0, 3)
        .map(({ props }) => props['iconBefore']),
    ).toEqual(['check', undefined, undefined]);
  });

  test('says of one who is both that they are both', async () => {
    const both = aThread([], { isReporter: true });
    const { host } = await openPanel({
      panels: [aPanel({ threads: [both, aThread([], { person: carla, isAssignee: false })] })],
    });
    expect(host.texts('Button')[0]).toBe('Bob Brown (assignee and reporter)');
  });

  test('is a list for more than four, and who has unread words stands below it', async () => {
    const threads = people.map((person, n) =>
      aThread([aMessage(n, 'Hi')], { person, isAssignee: n === 0, unreadCount: n === 3 ? 1 : 0 }),
    );
    const { host } = await openPanel({ panels: [aPanel({ threads })] });
    const options = host.field('Conversation with').props['options'] as { label: string }[];
    expect(options.map(({ label }) => label)).toEqual([
      'Bob Brown (assignee)',
      'Carla Diaz',
      'Dan Evans',
      'Eve Fox, 1 unread',
      'Fay Gray',
    ]);
    expect(host.text).toContain('Unread from Eve Fox');
  });

  test('an edit that was begun is there again after a look at somebody else', async () => {
    const mine = aMessage(1, 'Teh page', { from: 'me' });
    const { host } = await openPanel({
      panels: [aPanel({ threads: [aThread([mine]), aThread([], { person: carla, isAssignee: false })] })],
    });
    host.comments[0]?.act('Edit');
    await host.until(() => expect(host.field('Edit your message').props['autoFocus']).toBe(true));
    host.write('Edit your message', 'The pa');
    host.press('Carla Diaz');
    await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
    host.press('Bob Brown (assignee)');
    await host.until(() => expect(host.field('Edit your message').props['defaultValue']).toBe('The pa'));
    expect(host.field('Edit your message').props['autoFocus']).toBe(false);
    host.press('Cancel');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Teh page' }]));
    host.press('Carla Diaz');
    await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
    host.press('Bob Brown (assignee)');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Teh page' }]));
  });
});

describe('“Write to someone else…”', () => {
  const search = 'Write to';
  const type = (host: FakeHost, text: string) =>
    (host.field(search).props['onInputChange'] as (value: string) => void)(text);
  const choose = (host: FakeHost, value: string) =>
    (host.field(search).props['onChange'] as (option: unknown) => void)({ value });
  const labels = (host: FakeHost) =>
    (host.field(search).props['options'] as { label: string }[]).map(({ label }) => label);

  interface Search {
    readonly finds?: (typeof FakeHost)['prototype']['findsPeople'];
    readonly answers?: Parameters<typeof openPanel>[0]['answers'];
    readonly panel?: ReturnType<typeof aPanel>;
  }

  async function openSearch({ finds = () => [], answers = {}, panel = aPanel() }: Search = {}) {
    const opened = await openPanel({ panels: [panel], answers });
    opened.host.findsPeople = finds;
    opened.host.press('Write to someone else…');
    await opened.host.until(() => expect(opened.host.field(search).props['autoFocus']).toBe(true));
    return opened;
  }

  test('finds people once there was a pause and there are two letters', async () => {
    const { host } = await openSearch({
      finds: () => [carla, dan, { ...dan, id: 'alice' }, { ...dan, id: 'robot', kind: 'app' }],
    });
    expect(host.text).toContain('Type at least 2 letters');
    type(host, 'd');
    type(host, 'di');
    type(host, 'dia');
    expect(host.searched).toEqual([]);
    await host.until(() => {
      expect(host.text).toContain('Searching for “dia”');
      expect(host.field(search).props['isLoading']).toBe(true);
    });
    await host.until(() => expect(labels(host)).toEqual(['Carla Diaz', 'Dan Evans']));
    expect(host.searched).toEqual(['dia']);
    type(host, 'd');
    await host.until(() => expect(labels(host)).toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(host.searched).toHaveLength(1);
  });

  test('says that there is nobody', async () => {
    const { host } = await openSearch();
    type(host, 'Zoe');
    await host.until(() => expect(host.text).toContain('Nobody on this site is called “Zoe”.'));
  });

  test('drops what comes late for other words', async () => {
    let slow: (found: [typeof carla]) => void = () => undefined;
    const { host } = await openSearch({
      finds: (text) => (text === 'car' ? new Promise((resolve) => (slow = resolve)) : [dan]),
    });
    type(host, 'car');
    await host.until(() => expect(host.searched).toHaveLength(1));
    type(host, 'dan');
    await host.until(() => expect(labels(host)).toEqual(['Dan Evans']));
    slow([carla]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(labels(host)).toEqual(['Dan Evans']);
  });

  test('says why nobody could be looked up', async () => {
    const { host } = await openSearch({ finds: () => null });
    type(host, 'Zoe');
    await host.until(() => expect(host.text).toContain('That did not work. The work item could not be read.'));
  });

  test('starts a thread with whom one chooses, ready to be written in', async () => {
    const { host, asked } = await openSearch({
      finds: () => [carla],
      answers: { conversation: () => ({ ok: true, conversation: aThread([], { person: carla, isAssignee: false }) }) },
    });
    type(host, 'car');
    await host.until(() => expect(labels(host)).toEqual(['Carla Diaz']));
    choose(host, 'carla');
    await host.until(() => expect(host.field('Message to Carla Diaz').props['autoFocus']).toBe(true));
    expect(asked('conversation')).toEqual([{ with: 'carla' }]);
    expect(host.texts('Button').slice(0, 3)).toEqual(['Bob Brown (assignee)', 'Carla Diaz', 'Write to someone else…']);
    host.press('Refresh');
    await host.until(() => expect(asked('open')).toHaveLength(2));
    await host.until(() => host.button('Refresh'));
    expect(host.text).toContain('Message to Carla Diaz');
  });

  test('works where there is nobody on the issue', async () => {
    const { host } = await openSearch({
      answers: { conversation: () => ({ ok: true, conversation: aThread([], { person: carla, isAssignee: false }) }) },
      panel: aPanel({ assignee: 'nobody', threads: [] }),
    });
    choose(host, 'carla');
    await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
  });

  test('says why there is no thread with them, and can be given up', async () => {
    const { host } = await openSearch({ answers: { conversation: () => aProblem('recipient_stranger') } });
    choose(host, 'carla');
    await host.until(() => expect(host.text).toContain('Begin one on a work item that you can see.'));
    host.press('Cancel');
    await host.until(() => host.button('Write to someone else…'));
    expect(host.text).toContain('Message to Bob Brown');
  });
});

test.each([
  ['site_off', 'Aside is switched off for this site.'],
  ['project_off', 'Aside is switched off for this project.'],
  ['rules_off', 'Automation rules may not send messages'],
  ['recipient_stranger', 'You have no conversation with Bob Brown'],
  ['recipient_self', 'This is you.'],
  ['issue_hidden', 'You cannot see this work item any more'],
] as const)('%s is a sentence in the place of the composer', async (refusal, words) => {
  const { host } = await openPanel({ panels: [aPanel({ threads: [aThread([aMessage(1, 'Hi')], { refusal })] })] });
  expect(host.text).toContain(words);
  expect(host.all('TextArea')).toEqual([]);
  expect(host.comments).toHaveLength(1);
});

test('the inbox is one press away', async () => {
  const { host, commanded } = await openPanel({ panels: [aPanel()] });
  host.press('All conversations');
  await host.until(() => expect(commanded('navigate')).toMatchObject([{ target: 'module', moduleKey: 'inbox' }]));
});
