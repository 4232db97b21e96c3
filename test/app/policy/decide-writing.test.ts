import type { Person } from '../../../src/app/definitions/person';
import {
  decideWriting,
  theApp,
  type WritingEntry,
  type WritingFacts,
} from '../../../src/app/policy/rules/decide-writing';

// Who may write to whom about what: every combination of sender, recipient, sight, place, switches and entry. What is
// expected is read from the tables below, which say it in the order in which a refusal wins over another.

const person = (id: string, changes: Partial<Person> = {}): Person => ({
  id,
  name: id,
  kind: 'person',
  active: true,
  ...changes,
});

const senders: Readonly<Record<string, string | null>> = { nobody: null, alice: 'alice', 'the app': theApp };

const recipients: Readonly<Record<string, Person | null>> = {
  bob: person('bob'),
  oneself: person('alice'),
  'a deactivated person': person('dan', { active: false }),
  'an app': person('robot', { kind: 'app' }),
  'a program': person('client:ci', { kind: 'program', active: false }),
  'a customer': person('qm:1', { kind: 'customer' }),
  'an unknown account': person('gone', { kind: 'unknown', active: false }),
  'a group': null,
};

const switchings = {
  'all on': { isSiteOn: true, isProjectOn: true, rulesMaySend: true, peopleMayBegin: true },
  'site off': { isSiteOn: false, isProjectOn: true, rulesMaySend: true, peopleMayBegin: true },
  'project off': { isSiteOn: true, isProjectOn: false, rulesMaySend: true, peopleMayBegin: true },
  'rules off': { isSiteOn: true, isProjectOn: true, rulesMaySend: false, peopleMayBegin: true },
  'beginning off': { isSiteOn: true, isProjectOn: true, rulesMaySend: true, peopleMayBegin: false },
  'all off': { isSiteOn: false, isProjectOn: false, rulesMaySend: false, peopleMayBegin: false },
} as const;

const sights = ['both see it', 'only the sender', 'only the receiver', 'nobody'] as const;
const places = ['on the issue', 'in a thread', 'neither'] as const;

interface Row {
  readonly entry: WritingEntry;
  readonly sender: string;
  readonly recipient: string;
  readonly sight: (typeof sights)[number];
  readonly place: (typeof places)[number];
  readonly switches: keyof typeof switchings;
  readonly mayWrite: boolean;
  /** Whether Jira shows the recipient to the sender where they look for people. */
  readonly isShown: boolean;
}

/** Refusals by entry and switches: `-` where these switches say nothing of this entry. */
const bySwitches: Readonly<Record<Row['switches'], Readonly<Record<WritingEntry, string>>>> = {
  'all on': { panel: '-', inbox: '-', rule: '-', webhook: '-', outbox: '-' },
  'site off': { panel: 'site_off', inbox: 'site_off', rule: 'site_off', webhook: 'site_off', outbox: 'site_off' },
  'project off': {
    panel: 'project_off',
    inbox: 'project_off',
    rule: 'project_off',
    webhook: 'project_off',
    outbox: 'project_off',
  },
  'rules off': { panel: '-', inbox: '-', rule: 'rules_off', webhook: 'rules_off', outbox: 'rules_off' },
  'beginning off': { panel: '-', inbox: '-', rule: '-', webhook: '-', outbox: '-' },
  'all off': { panel: 'site_off', inbox: 'site_off', rule: 'site_off', webhook: 'site_off', outbox: 'site_off' },
};

/** Whether a person may write to someone in that place, whatever that one sees; a rule names whom it likes. */
const finds: Readonly<Record<'panel' | 'inbox', Readonly<Record<Row['place'], boolean>>>> = {
  panel: { 'on the issue': true, 'in a thread': true, neither: true },
  inbox: { 'on the issue': false, 'in a thread': true, neither: false },
};

const byRecipient: Readonly<Record<string, string>> = {
  bob: '-',
  oneself: '-',
  'a deactivated person': 'recipient_inactive',
  'an app': 'recipient_app',
  'a program': 'recipient_program',
  'a customer': 'recipient_customer',
  'an unknown account': 'recipient_unknown',
  'a group': '-',
};

/** From the inbox a person begins with whom Jira shows them, unless that is switched off; into a group one is taken. */
function begins({ recipient, switches, isShown }: Row): boolean {
  return recipient !== 'a group' && switches !== 'beginning off' && isShown;
}

function expectedOf(row: Row): string {
  const { entry, sender, recipient, sight, place, switches, mayWrite } = row;
  if (sender === 'nobody') return 'not_logged_in';
  const switched = bySwitches[switches][entry];
  if (switched !== '-') return switched;
  if (sight === 'only the receiver' || sight === 'nobody') return 'issue_hidden';
  if (!mayWrite) return 'not_permitted';
  if (entry === 'panel' || entry === 'inbox') {
    if (sender === 'alice' && recipient === 'oneself') return 'recipient_self';
    if (!finds[entry][place] && !(entry === 'inbox' && begins(row))) return 'recipient_stranger';
  }
  return byRecipient[recipient] ?? 'not in the table';
}

const entries: readonly WritingEntry[] = ['panel', 'inbox', 'rule', 'webhook', 'outbox'];

const rows: Row[] = entries.flatMap((entry) =>
  Object.keys(senders).flatMap((sender) =>
    Object.keys(recipients).flatMap((recipient) =>
      sights.flatMap((sight) =>
        places.flatMap((place) =>
          (Object.keys(switchings) as Row['switches'][]).flatMap((switches) =>
            [true, false].flatMap((mayWrite) =>
              [true, false].map(
                (isShown): Row => ({ entry, sender, recipient, sight, place, switches, mayWrite, isShown }),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

function factsOf({ entry, sender, recipient, sight, place, switches, mayWrite, isShown }: Row): WritingFacts {
  return {
    entry,
    sender: senders[sender] ?? null,
    recipient: recipients[recipient] ?? null,
    switches: switchings[switches],
    senderSees: sight === 'both see it' || sight === 'only the sender',
    haveThread: place === 'in a thread',
    mayWrite,
    isShown,
  };
}

test('every row of the truth table is as the tables say', () => {
  expect(rows).toHaveLength(5 * 3 * 8 * 4 * 3 * 6 * 2 * 2);
  const wrong = rows.filter((row) => (decideWriting(factsOf(row)) ?? '-') !== expectedOf(row));
  expect(wrong).toEqual([]);
});

test('the table knows every refusal, and every way in for someone', () => {
  const outcomes = new Set(rows.map(expectedOf));
  expect([...outcomes].sort()).toEqual([
    '-',
    'issue_hidden',
    'not_logged_in',
    'not_permitted',
    'project_off',
    'recipient_app',
    'recipient_customer',
    'recipient_inactive',
    'recipient_program',
    'recipient_self',
    'recipient_stranger',
    'recipient_unknown',
    'rules_off',
    'site_off',
  ]);
  const open = new Set(rows.filter((row) => expectedOf(row) === '-').map(({ entry }) => entry));
  expect([...open].sort()).toEqual([...entries].sort());
});

// Some rows in words, so that a slip in both tables shows.
test.each<[string, Partial<Row>, string | null]>([
  ['the present assignee gets a message of a person who sees the issue', {}, null],
  ['who was the assignee gets one where there is a thread', { place: 'in a thread', sight: 'only the sender' }, null],
  ['who can see the issue gets one without being on it', { place: 'neither' }, null],
  [
    'who cannot see it gets one, too: a refusal would tell the sender',
    { place: 'neither', sight: 'only the sender' },
    null,
  ],
  [
    'a rule reaches a stranger, too',
    { entry: 'rule', sender: 'alice', place: 'neither', sight: 'only the sender' },
    null,
  ],
  ['a rule reaches the owner of its connection', { entry: 'rule', recipient: 'oneself' }, null],
  ['nobody writes to themselves', { recipient: 'oneself' }, 'recipient_self'],
  ['who is not logged in writes nowhere', { sender: 'nobody', switches: 'site off' }, 'not_logged_in'],
  [
    'a rule that was switched off while its message waited sends nothing',
    { entry: 'outbox', switches: 'rules off' },
    'rules_off',
  ],
  ['who may not write writes nowhere, and learns nothing of an issue by it', { mayWrite: false }, 'not_permitted'],
  ['an issue that one does not see comes first', { mayWrite: false, sight: 'nobody' }, 'issue_hidden'],
  ['people write on where only rules are switched off', { switches: 'rules off' }, null],
  ['the inbox begins a conversation with whom Jira shows to the sender', { entry: 'inbox', place: 'neither' }, null],
  [
    'and with nobody whom it does not show, of whom it says no more',
    { entry: 'inbox', place: 'neither', isShown: false, recipient: 'a deactivated person' },
    'recipient_stranger',
  ],
  [
    'nor where it is switched off',
    { entry: 'inbox', place: 'neither', switches: 'beginning off' },
    'recipient_stranger',
  ],
  [
    'a thread that is there goes on then, with whomever',
    { entry: 'inbox', place: 'in a thread', switches: 'beginning off', isShown: false },
    null,
  ],
  ['nobody begins anything in a group of others', { entry: 'inbox', recipient: 'a group' }, 'recipient_stranger'],
])('%s', (_, changes, expected) => {
  const row: Row = {
    entry: 'panel',
    sender: 'alice',
    recipient: 'bob',
    sight: 'both see it',
    place: 'on the issue',
    switches: 'all on',
    mayWrite: true,
    isShown: true,
    ...changes,
  };
  expect(decideWriting(factsOf(row))).toBe(expected);
});
