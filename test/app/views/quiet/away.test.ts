import type { AwayPerson, OwnChoices } from '../../../../src/app/definitions';
import { aMessage, aPanel, aProblem, aThread, bob, carla, dan } from '../builders';
import { letReactFinish } from '../fake-host';
import { aConversation, anEntry } from '../inbox/builders';
import { asked as askedOfInbox, listing, openInbox, openLine } from '../inbox/open-inbox';
import { openPanel } from '../panel/open-panel';

// Who writes to somebody who is away is told before, and may write to whom they named.
beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => jest.restoreAllMocks());
afterAll(letReactFinish);

const own: OwnChoices = { enterSends: false, quiet: null, away: null };
const until = '2099-12-14T00:00:00.000Z';
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 40));
const awayIs = (more: Partial<AwayPerson> = {}) => ({
  ok: true,
  away: [{ person: bob, until, word: 'Skiing.', substitute: carla, mayWriteInstead: true, ...more }],
});
const withPeople = aPanel({
  own,
  threads: [aThread(), aThread([aMessage(1, 'Hello')], { person: carla, isAssignee: false, isReporter: true })],
});

describe('beside an issue', () => {
  test.each(['jira:issuePanel', 'jira:issueContext', 'jira:issueAction'] as const)(
    'the assignee one has not written to is away, and their substitute is written to instead: %s',
    async (module) => {
      const { host, asked } = await openPanel({ panels: [withPeople], answers: { away: () => awayIs() }, module });
      await host.until(() => expect(host.text).toContain('Bob Brown is away, back on Dec 14, 2099.'));
      expect(host.text).toContain('“Skiing.”');
      // One question for everybody who stands there.
      expect(asked('away' as never)).toEqual([{ people: ['bob', 'carla'] }]);
      host.press('Write to Carla Diaz instead');
      await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
      expect(host.text).not.toContain('is away, back');
    },
  );

  test('a substitute with whom there is no thread is asked for as anybody else is', async () => {
    const { host, asked } = await openPanel({
      panels: [aPanel({ own })],
      answers: {
        away: () => awayIs(),
        conversation: () => ({
          ok: true,
          conversation: aThread([], { person: carla, isAssignee: false, mailClosed: 'sight_unknown' }),
        }),
      },
    });
    await host.until(() => host.press('Write to Carla Diaz instead'));
    await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
    // They may not see the issue: it is said before anything is written, as of everybody.
    expect(host.text).toContain('Jira does not say whether Carla Diaz can see this work item');
    expect(asked('conversation')).toEqual([{ with: 'carla' }]);
  });

  test('one that does not open says why, and what stood there stays', async () => {
    const { host } = await openPanel({
      panels: [aPanel({ own })],
      answers: { away: () => awayIs(), conversation: () => aProblem('service_away') },
    });
    await host.until(() => host.press('Write to Carla Diaz instead'));
    await host.until(() =>
      expect(host.commanded.filter(({ command }) => command === 'showFlag').map(({ data }) => data['title'])).toEqual([
        'The conversation with Carla Diaz could not be opened',
      ]),
    );
    expect(host.text).toContain('Message to Bob Brown');
  });

  test.each([
    ['whom Jira does not show', { ...carla, name: null, kind: 'unknown', active: false }],
    ['of whom Jira did not answer', { ...carla, name: null }],
    ['who is deactivated', { ...carla, active: false }],
    ['who is an app', { ...carla, kind: 'app' }],
  ] as const)('a substitute %s is not offered, and the absence is said all the same', async (_, substitute) => {
    const { host } = await openPanel({ panels: [aPanel({ own })], answers: { away: () => awayIs({ substitute }) } });
    await host.until(() => expect(host.text).toContain('Bob Brown is away, back on'));
    expect(host.texts('Button').filter((text) => text.endsWith('instead'))).toEqual([]);
    expect(host.text).not.toContain('Carla');
  });

  test('who is the substitute themselves is told so', async () => {
    const me = { id: 'alice', name: 'Alice', kind: 'person', active: true } as const;
    const { host } = await openPanel({
      panels: [aPanel({ own })],
      answers: { away: () => awayIs({ substitute: me }) },
    });
    await host.until(() => expect(host.text).toContain('You are named as their substitute.'));
    expect(host.texts('Button').filter((text) => text.endsWith('instead'))).toEqual([]);
  });

  test('a failure of the question hides nothing else', async () => {
    const { host } = await openPanel({ panels: [aPanel({ own })], answers: { away: () => aProblem('service_away') } });
    await host.until(() => expect(host.text).toContain('Message to Bob Brown'));
    await aMoment();
    expect(host.text).not.toContain('away');
  });

  test('a later failure leaves what stood there, is asked again after a pause, and the absence goes at its end', async () => {
    const answers = [awayIs(), aProblem('service_away'), awayIs({ word: 'Skiing on.' })];
    const { host, jira, asked } = await openPanel({
      panels: [aPanel({ own })],
      answers: { away: () => answers.shift() ?? awayIs() },
    });
    await host.until(() => expect(host.text).toContain('Bob Brown is away, back on'));
    const begun = Date.now();
    const pass = async (ms: number) => {
      jest.spyOn(Date, 'now').mockReturnValue(begun + ms);
      jira.hint('10001');
      await aMoment();
    };
    await pass(601_000);
    await host.until(() => expect(asked('away' as never)).toHaveLength(2));
    expect(host.text).toContain('“Skiing.”');
    await pass(610_000);
    expect(asked('away' as never)).toHaveLength(2);
    expect(host.text).toContain('“Skiing.”');
    await pass(632_000);
    await host.until(() => expect(host.text).toContain('“Skiing on.”'));
    await pass(Date.parse(until) - begun);
    await host.until(() => expect(host.text).not.toContain('is away, back'));
  });

  test('a service that knows nobody who is away is not asked', async () => {
    const { host, asked } = await openPanel({ panels: [aPanel({ own: null })], answers: { away: () => awayIs() } });
    await host.until(() => expect(host.text).toContain('Message to Bob Brown'));
    await aMoment();
    expect(asked('away' as never)).toEqual([]);
  });

  test('what the reader chose is asked for when they open or refresh, and not when it looks by itself', async () => {
    const { host, jira, asked } = await openPanel({ panels: [aPanel({ own })], answers: { away: () => awayIs() } });
    jira.hint('10001');
    await host.until(() => expect(asked('open')).toHaveLength(2));
    await host.until(() => host.press('Refresh'));
    await host.until(() => expect(asked('open')).toHaveLength(3));
    expect(asked('open')).toEqual([{ own: true }, { own: false }, { own: true }]);
  });
});

describe('a message for somebody who wants to be told of nothing', () => {
  const arrives = [
    aPanel({ threads: [aThread(), aThread([aMessage(1, 'One')], { person: dan, isAssignee: false })] }),
    aPanel({
      threads: [
        aThread(),
        aThread([aMessage(1, 'One'), aMessage(2, 'Two')], { person: dan, isAssignee: false, unreadCount: 1 }),
      ],
    }),
  ];
  const flagsOf = async (choices: OwnChoices) => {
    const [first, second] = arrives.map((panel) => ({ ...panel, own: choices }));
    const panels = [first as object, { ...(second as object), own: undefined }];
    const { host, jira, commanded } = await openPanel({ panels, answers: { away: () => ({ ok: true, away: [] }) } });
    jira.hint('10001');
    await host.until(() => expect(host.texts('Button').join()).toContain('Dan Evans, 1 unread'));
    await aMoment();
    return commanded('showFlag').length;
  };
  const day = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' };

  test('is no flag in their quiet hours, nor while they are away, and one at any other time', async () => {
    expect(await flagsOf(own)).toBe(1);
    expect(await flagsOf({ ...own, quiet: day })).toBe(0);
    expect(await flagsOf({ ...own, away: { from: '2020-01-01T00:00:00Z', until } })).toBe(0);
    expect(await flagsOf({ ...own, away: { from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' } })).toBe(1);
  });
});

describe('in the inbox', () => {
  const list = (choices: OwnChoices | null) => {
    const lists = listing({ all: [anEntry()] });
    return (ask: { list: 'all' | 'unread'; own?: boolean }) => ({
      ...lists(ask),
      ...(ask.own === true ? { own: choices } : {}),
    });
  };

  test('who is away is asked for with the conversation, and the substitute’s opens', async () => {
    const host = await openInbox({
      inboxList: list(own),
      conversation: ({ person }: { person?: string }) =>
        person === undefined
          ? aConversation({ messages: [aMessage(1, 'Hello', { sender: bob })] })
          : aConversation({ entry: anEntry(2, { person: carla }), messages: [aMessage(2, 'Hi', { sender: carla })] }),
      away: ({ people }: { people: readonly string[] }) => (people.includes('bob') ? awayIs() : { ok: true, away: [] }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('Bob Brown is away, back on Dec 14, 2099.'));
    expect(askedOfInbox(host, 'away')).toEqual([{ people: ['bob'], begins: true }]);
    host.press('Write to Carla Diaz instead');
    await host.until(() => expect(host.text).toContain('Message to Carla Diaz'));
    expect(askedOfInbox(host, 'conversation').at(-1)).toEqual({ person: 'carla' });
    expect(host.text).not.toContain('is away, back');
  });

  test('a substitute with whom the reader may begin no conversation is named, with where they may', async () => {
    const host = await openInbox({
      inboxList: list(own),
      conversation: () => aConversation({ messages: [aMessage(1, 'Hello', { sender: bob })] }),
      away: () => awayIs({ mayWriteInstead: false }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('Begin a conversation with Carla Diaz on a work item'));
    expect(host.texts('Button').filter((text) => text.endsWith('instead'))).toEqual([]);
  });

  test('what the reader chose is asked for until the service says it, and no longer', async () => {
    const pages: object[] = [{}, { own }, {}];
    const host = await openInbox({
      inboxList: ({ list: name }: { list: string }) =>
        name === 'all'
          ? { ok: true, entries: [anEntry()], cursor: 'more', ...pages.shift() }
          : listing({})({ list: 'all' }),
    });
    const askings = () =>
      askedOfInbox(host, 'inboxList')
        .filter(({ list: name }) => name === 'all')
        .map((it) => it['own'] ?? false);
    for (const known of [[true], [true, true], [true, true, false]]) {
      await host.until(() => expect(askings()).toEqual(known));
      await aMoment();
      await host.until(() => host.press('Show more'));
    }
  });

  test('a service that knows nobody who is away is not asked', async () => {
    const host = await openInbox({
      inboxList: list(null),
      conversation: () => aConversation({ messages: [aMessage(1, 'Hello', { sender: bob })] }),
    });
    await openLine(host, 'Bob Brown');
    await host.until(() => expect(host.text).toContain('Message to Bob Brown'));
    await aMoment();
    expect(askedOfInbox(host, 'away')).toEqual([]);
    expect(askedOfInbox(host, 'inboxList').filter(({ own: isAsked }) => isAsked === true)).toHaveLength(1);
  });
});
