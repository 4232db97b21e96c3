import { aMessage, aPanel, aProblem, aThread, bob, carla, theApp } from '../builders';
import { letReactFinish } from '../fake-host';
import { aConversation, aGroup } from '../inbox/builders';
import { openPanel } from './open-panel';

// What comes while the panel is open. A hint is followed at once here: its jitter is chance.
beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => jest.restoreAllMocks());
afterAll(letReactFinish);

const fromBob = (...texts: string[]) => aThread(texts.map((text, n) => aMessage(n + 1, text)));
const toCarla = { person: carla, isAssignee: false };
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40));

test.each([
  ['about this issue', '10001'],
  ['that may mean any issue', null],
])('a hint %s brings what is new', async (_, issueId) => {
  const { host, jira } = await openPanel({
    panels: [aPanel({ threads: [fromBob('One')] }), aPanel({ threads: [fromBob('One', 'Two')] })],
  });
  jira.hint(issueId);
  await host.until(() => expect(host.comments).toMatchObject([{ text: 'One' }, { text: 'Two' }]));
});

test('a hint about another issue is not followed', async () => {
  const { jira, asked } = await openPanel({ panels: [aPanel()] });
  jira.hint('10002');
  await aMoment();
  expect(asked('open')).toHaveLength(1);
});

test("Jira's word that the issue has changed brings the new assignee; a comment does not", async () => {
  const panels = [aPanel(), aPanel({ threads: [aThread([], { person: carla })] })];
  const { host, jira, asked } = await openPanel({ panels });
  jira.changeIssue('commented');
  await aMoment();
  expect(asked('open')).toHaveLength(1);
  jira.changeIssue('updated');
  await host.until(() => expect(host.text).toContain('Write to Carla Diaz directly'));
});

test('what comes does not touch the words that somebody is writing, nor whose thread they see', async () => {
  const panels = [aPanel(), aPanel({ threads: [aThread([aMessage(1, 'News')], { person: carla })] })];
  const { host, jira } = await openPanel({ panels });
  host.write('Message to Bob Brown', 'Half a thought');
  await host.until(() => host.button('Send'));
  const field = host.field('Message to Bob Brown');
  jira.hint('10001');
  await host.until(() => expect(host.texts('Button')).toContain('Carla Diaz (assignee)'));
  expect(host.field('Message to Bob Brown').key).toBe(field.key);
  expect(host.texts('Button')).toContain('Bob Brown');
  expect(() => host.button('Send')).not.toThrow();
});

test('what comes does not close an open edit, nor change its words', async () => {
  const mine = aMessage(1, 'Teh page', { from: 'me' });
  const panels = [
    aPanel({ threads: [aThread([mine])] }),
    aPanel({
      threads: [aThread([{ ...mine, source: 'Elsewhere', editedAt: '2026-03-04T06:00:00.000Z' }, aMessage(2, 'Two')])],
    }),
  ];
  const { host, jira } = await openPanel({ panels });
  host.comments[0]?.act('Edit');
  await host.until(() => host.write('Edit your message', 'The pa'));
  const field = host.field('Edit your message');
  jira.hint('10001');
  await host.until(() => expect(host.comments).toHaveLength(2));
  expect(host.field('Edit your message').key).toBe(field.key);
  expect(host.field('Edit your message').props['defaultValue']).toBe('Teh page');
});

test('a look that nobody asked for and that fails takes nothing away and says nothing', async () => {
  const { host, jira, asked } = await openPanel({
    panels: [aPanel({ threads: [fromBob('One')] }), aProblem('service_away')],
  });
  jira.hint('10001');
  await host.until(() => expect(asked('open')).toHaveLength(2));
  await aMoment();
  expect(host.comments).toMatchObject([{ text: 'One' }]);
  expect(host.text).not.toContain('does not answer');
});

test('an answer that comes after that of a later question is dropped', async () => {
  let slow: (panel: unknown) => void = () => undefined;
  const panels = [aPanel(), new Promise((resolve) => (slow = resolve)), aPanel({ threads: [fromBob('One', 'Two')] })];
  const { host, jira, asked } = await openPanel({ panels });
  jira.hint('10001');
  await host.until(() => expect(asked('open')).toHaveLength(2));
  host.press('Refresh');
  await host.until(() => expect(host.comments).toHaveLength(2));
  slow(aPanel({ assignee: 'nobody', threads: [] }));
  await aMoment();
  expect(host.comments).toHaveLength(2);
});

describe('a message in a thread that is not shown', () => {
  const before = aPanel({ threads: [aThread(), aThread([aMessage(1, 'Old')], toCarla)] });
  const after = aPanel({
    threads: [aThread(), aThread([aMessage(1, 'Old'), aMessage(2, 'Secret words')], { ...toCarla, unreadCount: 1 })],
  });

  test('is told by a flag without its words, once, from which one gets there', async () => {
    const { host, jira, asked, commanded } = await openPanel({ panels: [before, after] });
    jira.hint('10001');
    await host.until(() => expect(commanded('showFlag')).toHaveLength(1));
    const flag = commanded('showFlag')[0] as { title: string; id: string; actions: { onClick: () => void }[] };
    expect(flag).toMatchObject({ title: 'New message from Carla Diaz', id: `aside-${aMessage(2, '').id}` });
    expect(JSON.stringify(flag)).not.toContain('Secret');
    jira.hint('10001');
    await host.until(() => expect(asked('open')).toHaveLength(3));
    await aMoment();
    expect(commanded('showFlag')).toHaveLength(1);
    flag.actions[0]?.onClick();
    await host.until(() => host.press('1 new message'));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Old' }, { text: 'Secret words' }]));
    expect(commanded('closeFlag')).toEqual([{ id: flag.id }]);
  });

  test('is not told again when its thread was gone and is there again', async () => {
    const { host, jira, asked, commanded } = await openPanel({ panels: [before, after, aPanel(), after] });
    for (const times of [2, 3, 4]) {
      jira.hint('10001');
      await host.until(() => expect(asked('open')).toHaveLength(times));
      await aMoment();
    }
    expect(host.texts('Button')).toContain('Carla Diaz, 1 unread');
    expect(commanded('showFlag')).toHaveLength(1);
  });

  test('is told also when it is the first from that person', async () => {
    const { host, jira, commanded } = await openPanel({ panels: [aPanel(), after] });
    jira.hint(null);
    await host.until(() => expect(commanded('showFlag')).toMatchObject([{ title: 'New message from Carla Diaz' }]));
  });

  test.each([
    ['one that stood there when the panel was opened', [after, after]],
    [
      'one in the thread that is shown',
      [aPanel(), aPanel({ threads: [aThread([aMessage(2, 'Hi')], { unreadCount: 1 })] })],
    ],
    [
      'one of a program, which stands below',
      [aPanel(), aPanel({ threads: [aThread(), aThread([aMessage(2, 'Due')], { person: theApp, unreadCount: 1 })] })],
    ],
    [
      'my own from elsewhere',
      [
        before,
        aPanel({ threads: [aThread(), aThread([aMessage(1, 'Old'), aMessage(2, 'Mine', { from: 'me' })], toCarla)] }),
      ],
    ],
  ])('is not told of %s', async (_, panels) => {
    const { host, jira, asked, commanded } = await openPanel({ panels });
    jira.hint('10001');
    await host.until(() => expect(asked('open')).toHaveLength(2));
    await aMoment();
    expect(commanded('showFlag')).toEqual([]);
  });
});

test('a panel that could not be opened opens by itself once it can', async () => {
  const { FakeHost } = await import('../fake-host');
  const { FakeJira } = await import('./open-panel');
  const jira = new FakeJira();
  let tries = 0;
  const host = new FakeHost(
    {
      open: () => (++tries === 1 ? aProblem('service_away') : aPanel({ threads: [aThread([], { person: bob })] })),
      live: () => ({ ok: true, token: 'token', expiresAt: Date.now() / 1000 + 900 }),
    },
    {},
    jira.commands,
  );
  await host.open();
  await host.until(() => expect(host.text).toContain('does not answer'));
  await host.until(() => expect(jira.isHeard).toBe(true));
  jira.hint(null);
  await host.until(() => expect(host.text).toContain('Write to Bob Brown directly'));
});

test('a look that was on its way as a group was begun neither takes it away nor switches to somebody else', async () => {
  let answer: (panel: ReturnType<typeof aPanel>) => void = () => undefined;
  const late = new Promise<ReturnType<typeof aPanel>>((done) => {
    answer = done;
  });
  const notice = {
    what: 'continued',
    by: bob,
    people: [],
    owner: null,
    isFromNow: false,
    conversationId: 'g',
  } as never;
  const panel = aPanel({ threads: [aThread([aMessage(1, '', { body: null, notice })])] });
  const entry = aGroup(1, { id: 'g', name: 'Login crew', role: 'member' });
  const { host, jira, asked } = await openPanel({
    panels: [panel, late],
    answers: { conversation: () => aConversation({ entry, isAssignee: false }) },
  });
  jira.hint('10001');
  await host.until(() => expect(asked('open')).toHaveLength(2));
  host.press('Open the group');
  await host.until(() => expect(host.texts('Heading')).toContain('Group: Login crew'));
  answer(panel);
  await aMoment();
  expect(host.texts('Heading')).toContain('Group: Login crew');
});
