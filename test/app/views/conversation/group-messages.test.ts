import type { ShownMessage } from '../../../../src/app/definitions';
import { groupMessages } from '../../../../src/app/views/conversation/messages/group-messages';
import type { Outgoing } from '../../../../src/app/views/conversation/state/conversation-state';
import { dayOf } from '../../../../src/app/views/shared/format-time';
import { aMessage, bob, carla } from '../builders';

const at = (n: number, ts: string, changes: Partial<ShownMessage> = {}) =>
  aMessage(n, `Number ${n}`, { sender: bob, ts: `2026-03-${ts}:00.000Z`, ...changes });
const onItsWay = (key: string, ts: string): Outgoing => ({
  key,
  ts: `2026-03-${ts}:00.000Z`,
  words: { document: null, markdown: key },
  body: { version: 1, type: 'doc', content: [] },
  answers: null,
  isQuestion: false,
  problem: null,
});

/** A line for each section: its day and whether it is new, then who is named again (+) and who goes on (-). */
function see(
  messages: readonly ShownMessage[],
  {
    outgoing = [],
    firstNew = null as string | null,
    found = null as string | null,
    zone = 'UTC',
  }: {
    outgoing?: readonly Outgoing[];
    firstNew?: string | null;
    found?: string | null;
    zone?: string;
  } = {},
): string[] {
  const sections = groupMessages({ messages, outgoing, firstNew, found, dayOf: (ts) => dayOf(ts, zone) });
  return sections.map(({ day, isNew, isFound, entries }) =>
    [
      day === null ? '' : dayOf(day, zone),
      isNew ? 'new' : isFound ? 'found' : '',
      entries.map(({ isHead }) => (isHead ? '+' : '-')).join(''),
    ].join(' '),
  );
}

test('what one author wrote within five minutes of each other stands under one name', () => {
  expect(see([at(1, '04T09:00'), at(2, '04T09:05'), at(3, '04T09:10'), at(4, '04T09:16')])).toEqual([
    '2026-03-04  +--+',
  ]);
});

test('a message that was looked for begins anew, with its author', () => {
  const messages = [at(1, '04T09:00'), at(2, '04T09:01'), at(3, '04T09:02')];
  expect(see(messages, { found: messages[1]?.id ?? null })).toEqual(['2026-03-04  +', ' found +-']);
});

test('another author, rule, work item or notice of a group ends it', () => {
  const rule = (label: string) => ({ origin: { kind: 'rule', label, owner: null } }) as const;
  const about = (id: string) => ({ issue: { id, key: null, summary: null } });
  const notice = {
    notice: { what: 'owner', by: bob, people: [], isFromNow: false, conversationId: null },
  } as const;
  expect(
    see([
      at(1, '04T09:00'),
      at(2, '04T09:00', { sender: carla }),
      at(3, '04T09:00', { from: 'me' }),
      at(4, '04T09:01', rule('Nightly')),
      at(5, '04T09:01', rule('Nightly')),
      at(6, '04T09:01', rule('Daily')),
      at(7, '04T09:02', about('7')),
      at(8, '04T09:02', about('7')),
      at(9, '04T09:02', about('8')),
      at(10, '04T09:03', notice),
      at(11, '04T09:03', notice),
    ]),
  ).toEqual(['2026-03-04  ++++-++-+++']);
});

test('each day of the reader has a line, and names begin anew below it', () => {
  const messages = [at(1, '04T22:58'), at(2, '04T23:01'), at(3, '05T00:02')];
  expect(see(messages)).toEqual(['2026-03-04  +-', '2026-03-05  +']);
  expect(see(messages, { zone: 'Europe/Berlin' })).toEqual(['2026-03-04  +', '2026-03-05  ++']);
});

test('what is new begins below a line of its own, within a day and with it', () => {
  const messages = [at(1, '04T09:00'), at(2, '04T09:01'), at(3, '05T09:00')];
  expect(see(messages, { firstNew: messages[1]?.id ?? '' })).toEqual(['2026-03-04  +', ' new +', '2026-03-05  +']);
  expect(see(messages, { firstNew: messages[2]?.id ?? '' })).toEqual(['2026-03-04  +-', '2026-03-05 new +']);
  expect(see(messages, { firstNew: 'not shown' })).toEqual(['2026-03-04  +-', '2026-03-05  +']);
});

test('what is on its way goes on with what its author wrote before, and stays there when it has arrived', () => {
  const about = { issue: { id: '7', key: null, summary: null } };
  const mine = at(1, '04T09:00', { from: 'me', ...about });
  const arrived = at(2, '04T09:01', { from: 'me', ...about });
  expect(see([mine], { outgoing: [onItsWay('a', '04T09:01')] })).toEqual(see([mine, arrived]));
  expect(see([], { outgoing: [onItsWay('a', '04T09:01')] })).toEqual(['2026-03-04  +']);
});

test('what they are about is said once for as long as it stays, whoever writes, and once a day', () => {
  const about = (id: string) => ({ issue: { id, key: null, summary: null } });
  const messages = [
    at(1, '04T09:00'),
    at(2, '04T09:01', about('7')),
    at(3, '04T09:02', { from: 'me', ...about('7') }),
    at(4, '04T09:03', about('8')),
    at(5, '04T09:04'),
    at(6, '05T09:00'),
    at(7, '06T09:00', about('8')),
    at(8, '07T09:00', about('8')),
  ];
  const sections = groupMessages({
    messages,
    outgoing: [],
    firstNew: messages[2]?.id ?? null,
    found: null,
    dayOf: (ts) => ts.slice(0, 10),
  });
  const said = sections.flatMap(({ entries }) => entries.map(({ saysIssue }) => saysIssue));
  expect(said).toEqual([false, true, false, true, true, false, true, true]);
});
