import { aMessage, aPanel, aProblem, aThread, carla, theApp } from '../builders';
import { letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('reading', () => {
  const unread = (n: number) =>
    aThread(
      Array.from({ length: n }, (_, index) => aMessage(index + 1, `Number ${index + 1}`)),
      { unreadCount: n },
    );

  test('of a thread that is shown is told once for its newest message', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [unread(2)] }), aPanel({ threads: [unread(3)] })],
    });
    await host.until(() =>
      expect(asked('read')).toEqual([{ conversationId: 'conversation-1', id: aMessage(2, '').id }]),
    );
    host.press('Refresh');
    await host.until(() => expect(asked('read')).toHaveLength(2));
    host.press('Refresh');
    await host.until(() => expect(asked('open')).toHaveLength(3));
    await aMoment();
    expect(asked('read').map(({ id }) => id)).toEqual([aMessage(2, '').id, aMessage(3, '').id]);
  });

  test('that cannot be told is not worth a word', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [unread(2)] })],
      answers: { read: () => aProblem('service_away') },
    });
    await host.until(() => expect(asked('read')).toHaveLength(1));
    await aMoment();
    expect(host.text).not.toContain('does not answer');
  });

  test('of a thread that is not shown is told when it is, and then nothing of it is unread', async () => {
    const toCarla = { person: carla, isAssignee: false, conversationId: 'conversation-2', unreadCount: 1 };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [aThread(), aThread([aMessage(5, 'Hi')], toCarla)] })],
    });
    await aMoment();
    expect(asked('read')).toEqual([]);
    host.press('Carla Diaz, 1 unread');
    await host.until(() =>
      expect(asked('read')).toEqual([{ conversationId: 'conversation-2', id: aMessage(5, '').id }]),
    );
    host.press('Bob Brown (assignee)');
    await host.until(() => host.button('Carla Diaz'));
  });

  test('of a thread without anything unread is not told', async () => {
    const { asked } = await openPanel({ panels: [aPanel({ threads: [aThread([aMessage(1, 'Hi')])] })] });
    await aMoment();
    expect(asked('read')).toEqual([]);
  });

  const mine = (n: number, changes = {}) => aMessage(n, `Mine ${n}`, { from: 'me', ...changes });
  test.each<[string, Parameters<typeof aThread>[0], string | null, boolean]>([
    ['when the other has read it', [mine(1)], aMessage(1, '').id, true],
    ['when the other has read beyond it', [mine(1), aMessage(2, 'Theirs')], aMessage(9, '').id, true],
    ['not when the other has read only what was before', [mine(1), mine(2)], aMessage(1, '').id, false],
    ['not when the other does not show it', [mine(1)], null, false],
    ['not where I wrote nothing', [aMessage(1, 'Theirs')], aMessage(1, '').id, false],
    [
      'not for what is deleted',
      [mine(1, { body: null, deletedAt: '2026-03-04T06:00:00.000Z' })],
      aMessage(1, '').id,
      false,
    ],
  ])('“Read” stands under my last message %s', async (_, messages, readUpTo, isThere) => {
    const { host } = await openPanel({ panels: [aPanel({ threads: [aThread(messages, { readUpTo })] })] });
    expect(host.texts('Text').filter((text) => text === 'Read')).toHaveLength(isThere ? 1 : 0);
  });
});

describe('what rules and programs sent', () => {
  const rule = (n: number, changes = {}) =>
    aMessage(n, `Due ${n}`, { origin: { kind: 'rule', label: 'Remind of due dates' }, ...changes });
  const ofRule = aThread([rule(1), aMessage(2, 'From a program')], {
    person: theApp,
    isAssignee: false,
    refusal: 'recipient_program',
    conversationId: 'conversation-rule',
    unreadCount: 2,
  });

  test('stands apart, says of each message why it came, and has no composer', async () => {
    const { host } = await openPanel({ panels: [aPanel({ assignee: 'me', threads: [ofRule] })] });
    expect(host.text).toContain('From rules and programs');
    expect(host.comments.map(({ text }) => text)).toEqual([
      'Due 1\nSent by the automation rule “Remind of due dates”',
      'From a program\nSent by a connected program',
    ]);
    expect(host.all('TextArea')).toEqual([]);
    expect(host.text).toContain('Nobody has written to you about this issue');
  });

  test('is not among the people to switch between, and counts as read where it is seen', async () => {
    const { host, asked } = await openPanel({ panels: [aPanel({ threads: [aThread(), ofRule] })] });
    expect(host.texts('Button')[0]).toBe('Write to someone else…');
    expect(host.field('Message to Bob Brown')).toBeDefined();
    await host.until(() => expect(asked('read')).toMatchObject([{ conversationId: 'conversation-rule' }]));
  });

  test('shows the newest three until older ones are asked for', async () => {
    const many = { ...ofRule, page: { messages: [1, 2, 3, 4, 5].map((n) => rule(n)), before: null } };
    const { host } = await openPanel({ panels: [aPanel({ threads: [many] })] });
    expect(host.comments).toHaveLength(3);
    host.press('Show older messages');
    await host.until(() => expect(host.comments).toHaveLength(5));
    expect(host.text).not.toContain('Show older messages');
  });

  test('is asked for where the panel did not carry it', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [{ ...ofRule, page: null }] })],
      answers: { thread: () => ({ ok: true, messages: [rule(1)], before: null }) },
    });
    await host.until(() => expect(host.comments).toHaveLength(1));
    expect(asked('thread')).toEqual([{ with: theApp.id }]);
  });
});
