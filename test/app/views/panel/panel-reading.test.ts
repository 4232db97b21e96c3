import { aMessage, aPanel, aProblem, aThread, bob, carla, theApp } from '../builders';
import { letReactFinish } from '../fake-host';
import { attend } from './attend';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('what is new', () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => aMessage(from + index, `Number ${from + index}`));
  const since = (n: number) => [{ issueId: '10001', after: aMessage(n, '').id }];
  const unread = (n: number, read = 0) => aThread(many(1, read + n), { unreadCount: n, unreadIn: since(read) });
  const texts = ({ comments }: Awaited<ReturnType<typeof openPanel>>['host']) => comments.map(({ text }) => text);

  test('stands collapsed under its count, and is read neither by opening the panel nor by a refresh', async () => {
    const { host, asked } = await openPanel({ panels: [aPanel({ threads: [unread(2, 1)] })] });
    host.button('2 new messages');
    expect(texts(host)).toEqual(['Number 1']);
    host.press('Refresh');
    await host.until(() => expect(asked('open')).toHaveLength(2));
    await aMoment();
    expect([asked('read'), texts(host)]).toEqual([[], ['Number 1']]);
  });

  test('is read when it is opened, and the thread begins with it, two of the others before', async () => {
    const { host, asked } = await openPanel({ panels: [aPanel({ threads: [unread(2, 5)] })] });
    host.press('2 new messages');
    await host.until(() => expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(7, '').id }]));
    await host.until(() => expect(texts(host)).toEqual([4, 5, 6, 7].map((n) => `Number ${n}`)));
    expect(host.text).not.toContain('new message');
    host.press('Show older messages');
    await host.until(() => expect(host.comments).toHaveLength(7));
  });

  test('and comes while what was new stands open stands collapsed by itself', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [unread(2)] }), aPanel({ threads: [unread(1, 2)] })],
    });
    host.press('2 new messages');
    await host.until(() => expect(asked('read')).toHaveLength(1));
    host.press('Refresh');
    await host.until(() => host.button('1 new message'));
    expect(texts(host)).toEqual(['Number 1', 'Number 2']);
    await aMoment();
    expect(asked('read')).toHaveLength(1);
  });

  describe('and comes while somebody attends to the end of the thread', () => {
    const followed = (...panels: readonly ReturnType<typeof unread>[]) =>
      openPanel({ panels: panels.map((thread) => aPanel({ threads: [thread] })) });

    test('stands open and is read as it comes', async () => {
      const { host, jira, asked } = await followed(unread(0, 2), unread(1, 2));
      await attend(jira);
      host.press('Refresh');
      await host.until(() => expect(texts(host)).toEqual(['Number 1', 'Number 2', 'Number 3']));
      await host.until(() => expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(3, '').id }]));
      expect(host.text).not.toContain('new message');
    });

    test('stands open whole where more of it came at once than a narrow place shows', async () => {
      const { host, jira, asked } = await openPanel({
        panels: [unread(0, 4), unread(5, 4)].map((thread) => aPanel({ threads: [thread] })),
        module: 'jira:issueContext',
      });
      await attend(jira);
      host.press('Refresh');
      await host.until(() => expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(9, '').id }]));
      await host.until(() => expect(texts(host)).toEqual([3, 4, 5, 6, 7, 8, 9].map((n) => `Number ${n}`)));
    });

    test('stands collapsed where what was seen to come is marked as new again elsewhere', async () => {
      const { host, jira, asked } = await followed(
        unread(0, 2),
        unread(1, 2),
        unread(0, 3),
        unread(1, 2),
        unread(2, 2),
      );
      await attend(jira);
      host.press('Refresh');
      await host.until(() => expect(asked('read')).toHaveLength(1));
      for (let count = 3; count <= 5; count += 1) {
        host.press('Refresh');
        await host.until(() => expect(asked('open')).toHaveLength(count));
        await aMoment();
      }
      await host.until(() => host.button('1 new message'));
      expect(asked('read')).toHaveLength(1);
    });

    test('stands collapsed once nobody does any more', async () => {
      const { host, jira, asked } = await followed(unread(0, 2), unread(1, 2));
      const frame = await attend(jira);
      frame.say({ type: 'attending', isAttending: false });
      await aMoment();
      host.press('Refresh');
      await host.until(() => host.button('1 new message'));
      await aMoment();
      expect([asked('read'), texts(host)]).toEqual([[], ['Number 1', 'Number 2']]);
    });

    test('stands collapsed where the frame was loaded anew since', async () => {
      const { host, jira, asked } = await followed(unread(0, 2), unread(1, 2));
      const frame = await attend(jira);
      frame.say({ type: 'ready' });
      await aMoment();
      host.press('Refresh');
      await host.until(() => host.button('1 new message'));
      await aMoment();
      expect(asked('read')).toEqual([]);
    });

    test('stays with what was new before, and is not opened by it', async () => {
      const { host, jira, asked } = await followed(unread(1, 2), unread(2, 2));
      await attend(jira);
      host.press('Refresh');
      await host.until(() => host.button('2 new messages'));
      await aMoment();
      expect([asked('read'), texts(host)]).toEqual([[], ['Number 1', 'Number 2']]);
    });

    test('leaves collapsed what was there before and is marked as new again', async () => {
      const { host, jira, asked } = await followed(unread(0, 2), unread(1, 1));
      await attend(jira);
      host.press('Refresh');
      await host.until(() => host.button('1 new message'));
      await aMoment();
      expect([asked('read'), texts(host)]).toEqual([[], ['Number 1']]);
    });
  });

  test('and reaches back beyond the first page is there whole before any of it is read', async () => {
    const late = { ...unread(30), page: { messages: many(11, 30), before: aMessage(11, '').id } };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [late] })],
      answers: { page: () => ({ ok: true, messages: many(1, 10), before: null }) },
    });
    host.press('30 new messages');
    await host.until(() => expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(30, '').id }]));
    expect(asked('page')).toEqual([{ with: 'bob', before: aMessage(11, '').id }]);
    await host.until(() => expect(host.comments).toHaveLength(30));
  });

  test('and whose older part does not come is shown as far as it is there, and not read', async () => {
    const late = { ...unread(30), page: { messages: many(11, 30), before: aMessage(11, '').id } };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [late] })],
      answers: { page: () => aProblem('service_away') },
    });
    host.press('30 new messages');
    await host.until(() => expect(host.comments).toHaveLength(20));
    await aMoment();
    expect(asked('read')).toEqual([]);
    host.button('10 new messages');
  });

  test('is read where one says so, and stands in its place then', async () => {
    const { host, asked } = await openPanel({ panels: [aPanel({ threads: [unread(2, 1)] })] });
    host.press('Mark as read');
    await host.until(() => expect(texts(host)).toEqual(['Number 1', 'Number 2', 'Number 3']));
    expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(3, '').id }]);
  });

  test('says why where that cannot be told, and is tried again', async () => {
    let isAway = true;
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [unread(2)] })],
      answers: { read: () => (isAway ? aProblem('service_away') : { ok: true }) },
    });
    host.press('2 new messages');
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('It is not marked as read.'));
    expect(texts(host)).toEqual(['Number 1', 'Number 2']);
    isAway = false;
    host.press('Mark as read');
    await host.until(() => expect(host.texts('ErrorMessage')).toEqual([]));
    expect(asked('read')).toHaveLength(2);
  });

  test('is read by an answer, once that is sent', async () => {
    let isAway = true;
    const sent = { ok: true, message: aMessage(9, 'Yes', { from: 'me' }), mailClosed: null };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [unread(2)] })],
      answers: { send: () => (isAway ? aProblem('service_away') : sent) },
    });
    host.write('Message to Bob Brown', 'Yes');
    host.press('Send');
    await host.until(() => expect(host.comments.at(-1)?.state).toBe('failed'));
    expect(asked('read')).toEqual([]);
    isAway = false;
    host.comments.at(-1)?.act('Retry');
    await host.until(() => expect(texts(host)).toEqual(['Number 1', 'Number 2', 'Yes']));
    expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(2, '').id }]);
  });

  test('of a thread that is not shown is counted beside its name, and there until it is opened', async () => {
    const toCarla = { person: carla, isAssignee: false, conversationId: 'conversation-2', unreadCount: 1 };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [aThread(), aThread([aMessage(5, 'Hi')], toCarla)] })],
    });
    host.press('Carla Diaz, 1 unread');
    await host.until(() => host.button('1 new message'));
    await aMoment();
    expect(asked('read')).toEqual([]);
    host.press('1 new message');
    await host.until(() => host.button('Carla Diaz'));
    expect(asked('read')).toEqual([{ with: 'carla', id: aMessage(5, '').id }]);
  });

  test('a message is again that one marks as unread, with what came after it', async () => {
    const read = aThread([...many(1, 2), aMessage(3, 'Mine', { from: 'me' }), aMessage(4, 'Last')]);
    const again = { ...read, unreadCount: 2, unreadIn: since(1) };
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [read] }), aPanel({ threads: [again] })],
      answers: { unread: () => ({ ok: true }) },
    });
    expect(await host.actions(2)).toEqual([
      'Quote',
      'For a comment…',
      'Edit',
      'Wait for an answer',
      'Remind me…',
      'Delete',
    ]);
    host.comments[1]?.act('Mark as unread');
    await host.until(() => host.button('2 new messages'));
    expect(asked('unread')).toEqual([{ with: 'bob', id: aMessage(2, '').id }]);
    expect(texts(host)).toEqual(['Number 1', 'Mine']);
  });

  test('with a service of the release before is the newest of the thread, and none is marked as unread', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [{ ...unread(2, 1), unreadIn: null, questions: null }] })],
    });
    expect(texts(host)).toEqual(['Number 1']);
    expect(await host.actions(0)).toEqual(['Quote', 'Report']);
    host.press('2 new messages');
    await host.until(() => expect(host.comments).toHaveLength(3));
    expect(asked('read')).toEqual([{ with: 'bob', id: aMessage(3, '').id }]);
  });
});

describe('reading', () => {
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
    const { host } = await openPanel({
      panels: [
        aPanel({
          threads: [
            aThread(messages, {
              readBy: readUpTo === null ? [] : [{ person: bob, messageId: readUpTo, issueId: null }],
            }),
          ],
        }),
      ],
    });
    expect(host.texts('Text').filter((text) => text === 'Read')).toHaveLength(isThere ? 1 : 0);
  });
});

describe('what rules and programs sent', () => {
  const rule = (n: number, changes = {}) =>
    aMessage(n, `Due ${n}`, { origin: { kind: 'rule', label: 'Remind of due dates', owner: null }, ...changes });
  const ofRule = aThread([rule(1), aMessage(2, 'From a program')], {
    person: theApp,
    isAssignee: false,
    refusal: 'recipient_program',
    conversationId: 'conversation-rule',
  });

  const since = [{ issueId: '10001', after: aMessage(1, '').id }];

  test('stands apart, says of each message why it came, and has no composer', async () => {
    const { host } = await openPanel({ panels: [aPanel({ assignee: 'me', threads: [ofRule] })] });
    expect(host.text).toContain('From rules and programs');
    expect(host.comments.map(({ text }) => text)).toEqual([
      'Sent by the automation rule “Remind of due dates”\nDue 1',
      'Sent by a connected program\nFrom a program',
    ]);
    expect(host.all('TextArea')).toEqual([]);
    expect(host.text).toContain('Nobody has written to you about this work item');
  });

  test('says whose rule it was, where Jira names them', async () => {
    const origin = (owner: object | null, label: string | null) =>
      ({ origin: { kind: 'rule', label, owner } }) as never;
    const messages = [
      aMessage(1, 'One', origin(carla, 'Nightly')),
      aMessage(2, 'Two', origin(carla, null)),
      aMessage(3, 'Three', origin({ ...carla, name: null, kind: 'unknown' }, 'Nightly')),
    ];
    const { host } = await openPanel({
      panels: [aPanel({ threads: [{ ...ofRule, page: { messages, before: null } }] })],
    });
    expect(host.comments.map(({ text }) => text.split('\n')[0])).toEqual([
      'By a rule of Carla Diaz: “Nightly”',
      'By a rule of Carla Diaz',
      'Sent by the automation rule “Nightly”',
    ]);
  });

  test('is not among the people to switch between, and is new until it is opened', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ threads: [aThread(), { ...ofRule, unreadCount: 1, unreadIn: since }] })],
    });
    expect(host.texts('Button')[0]).toBe('Write to someone else…');
    expect(host.field('Message to Bob Brown')).toBeDefined();
    expect(host.comments).toHaveLength(1);
    host.press('1 new message');
    await host.until(() => expect(host.comments).toHaveLength(2));
    expect(asked('read')).toEqual([{ with: theApp.id, id: aMessage(2, '').id }]);
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
      answers: { page: () => ({ ok: true, messages: [rule(1)], before: null }) },
    });
    await host.until(() => expect(host.comments).toHaveLength(1));
    expect(asked('page')).toEqual([{ with: theApp.id, before: null }]);
  });
});
