import type { PeopleDefinitions, SettingsDefinitions } from '../../../src/app/definitions';
import { longestAwayWord } from '../../../src/patterns/patterns';
import { alice, bob, FakeJira } from '../fake-jira';
import { runAppForSuite } from '../forge/running-app';
import { ForgeRuntime } from '../forge-runtime';
import { expectAnswer } from './expect-answer';

// Of the right shape, and not what the service takes: the answer names the member and the rule, as of a wrong shape.
const app = runAppForSuite();
const dayMs = 86_400_000;
let forge: ForgeRuntime;

beforeEach(() => {
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  jira.administrators.add(alice.accountId);
  forge = new ForgeRuntime(jira, app.remote);
});

const iso = (ahead: number) => new Date(forge.clock.now() + ahead).toISOString();
const hours = { zone: 'Europe/Berlin', days: [1], from: '18:00', until: '08:00' };
const absence = () => ({ from: iso(0), until: iso(dayMs), word: '', substitute: null });
const refused = (field: string) => ({ ok: false, problem: { code: 'payload_wrong', field, rule: expect.any(String) } });

test.each([
  ['a zone that is none', { zone: 'Nowhere/City' }, 'quiet.zone'],
  ['an offset', { zone: '+02:00' }, 'quiet.zone'],
  ['no zone', { zone: '' }, 'quiet.zone'],
  ['no day', { days: [] }, 'quiet.days'],
  ['a day twice', { days: [1, 1] }, 'quiet.days'],
])('quiet hours with %s', async (_, part, field) => {
  const answer = await forge.invoke(alice.accountId, 'quietSave', { quiet: { ...hours, ...part } });
  expect(answer).toEqual(refused(field));
});

test.each<[string, () => object, string]>([
  ['that ends before it begins', () => ({ until: iso(-1) }), 'away.until'],
  ['that begins in ten years', () => ({ from: iso(3_650 * dayMs) }), 'away.from'],
  ['that ends in ten years', () => ({ until: iso(3_650 * dayMs) }), 'away.until'],
  ['with a word of two lines', () => ({ word: 'Skiing\nand more' }), 'away.word'],
  ['with too long a word', () => ({ word: 'x'.repeat(longestAwayWord + 1) }), 'away.word'],
  ['with oneself in one’s place', () => ({ substitute: alice.accountId }), 'away.substitute'],
  ['with a program in one’s place', () => ({ substitute: 'app:557058' }), 'away.substitute'],
])('an absence %s', async (_, part, field) => {
  const answer = await forge.invoke(alice.accountId, 'awaySave', { away: { ...absence(), ...part() } });
  expect(answer).toEqual(refused(field));
});

test.each<[keyof PeopleDefinitions, object]>([
  ['inboxReadAll', {}],
  ['inboxList', { list: 'all' }],
  ['inboxList', { list: 'drafts' }],
  ['inboxSearch', { text: 'crane', people: [] }],
])('a cursor that %s never gave', async (name, ask) => {
  expect(await forge.invoke(alice.accountId, name, { ...ask, cursor: 'made-up' })).toEqual(refused('cursor'));
});

test.each<keyof SettingsDefinitions>(['audit', 'reports'])('a cursor that %s never gave', async (name) => {
  expect(await forge.invokeSettings(alice.accountId, name, { cursor: 'made-up' })).toEqual(refused('cursor'));
});

test.each([
  ['no words', { text: '' }, 'text'],
  ['what cannot be kept', { text: 'Hi\u0000' }, 'text'],
  [
    'what cannot be kept in a document',
    { document: { version: 1, type: 'doc', content: [], more: '\u0000' } },
    'document.more',
  ],
])('a draft of %s', async (_, words, field) => {
  const ask = { person: bob.accountId, message: null, revision: null, ...words };
  expect(await forge.invoke(alice.accountId, 'draftSave', ask)).toEqual(refused(field));
});

test.each([
  ['has been', -dayMs],
  ['is in ten years', 3_650 * dayMs],
])('a reminder at a time that %s', async (_, ahead) => {
  const issue = { issueId: '10001' };
  expectAnswer(await forge.invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k-1' }, issue));
  const ask = { person: bob.accountId, message: null, due: iso(ahead) };
  expect(await forge.invoke(alice.accountId, 'remind', ask)).toEqual(refused('due'));
});

test('the rule is said as the others are', async () => {
  const answer = await forge.invoke(alice.accountId, 'awaySave', { away: { ...absence(), until: iso(-1) } });
  expect(answer).toMatchObject({ problem: { field: 'away.until', rule: 'later than from' } });
});
