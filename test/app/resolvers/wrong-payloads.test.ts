import type { PeopleDefinitions, SettingsDefinitions } from '../../../src/app/definitions';
import { alice, bob, FakeJira } from '../fake-jira';
import { ForgeRuntime } from '../forge-runtime';

// Every member of every payload, in every wrong shape: the answer names it, and nobody is asked anything.
type Payload = Readonly<Record<string, unknown>>;

const id = '01890000-0000-7000-8000-000000000001';
const key = 'k-1';
const group = { name: 'Crew', topic: '', privacy: 'private' };
const people = [bob.accountId];
const choices = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true };
const project = { id: '20001', key: 'WEB', name: 'Website' };

/** A right payload of each function; one that is added is missed here by the compiler. */
const ofPeople: Readonly<Record<keyof PeopleDefinitions, readonly Payload[]>> = {
  open: [],
  news: [],
  conversation: [{ with: bob.accountId }, { conversationId: id }, { person: bob.accountId }],
  page: [
    { with: bob.accountId, before: null },
    { conversationId: id, before: id },
  ],
  send: [
    { with: bob.accountId, text: 'Hi', key },
    { person: bob.accountId, text: 'Hi', key },
    { conversationId: id, text: 'Hi', key },
  ],
  edit: [
    { with: bob.accountId, id, text: 'Hi' },
    { conversationId: id, id, text: 'Hi' },
  ],
  draft: [
    { with: bob.accountId, message: null },
    { conversationId: id, message: id },
  ],
  draftSave: [
    { with: bob.accountId, message: null, revision: null, text: 'Hi' },
    { conversationId: id, message: id, revision: id, text: 'Hi' },
  ],
  draftDrop: [
    { with: bob.accountId, message: null, revision: id },
    { conversationId: id, message: id, revision: id },
  ],
  remove: [
    { with: bob.accountId, id },
    { conversationId: id, id },
  ],
  read: [
    { with: bob.accountId, id },
    { conversationId: id, id },
  ],
  react: [
    { with: bob.accountId, id, name: 'check', isGiven: true },
    { conversationId: id, id, name: 'heart', isGiven: false },
  ],
  question: [
    { with: bob.accountId, id, isOpen: true },
    { conversationId: id, id, isOpen: false },
  ],
  remind: [
    { with: bob.accountId, message: id, due: '2026-12-01T09:00:00.000Z' },
    { conversationId: id, message: null, due: null },
  ],
  unread: [
    { with: bob.accountId, id },
    { conversationId: id, id },
  ],
  inboxList: [
    { list: 'all', cursor: '' },
    { list: 'issue', cursor: '', issue: '10001' },
  ],
  inboxReadAll: [{ cursor: '' }],
  report: [
    { with: bob.accountId, id, reason: 'spam', note: '' },
    { conversationId: id, id, reason: 'threat', note: 'Twice' },
  ],
  inboxSearch: [{ text: 'crane', cursor: '', people: ['557058:b0b'] }],
  inboxMute: [{ id, isMuted: true }],
  inboxArchive: [{ id, isArchived: true }],
  groupBeside: [{ name: 'About WEB-1', people, follows: id, key }],
  groupCreate: [{ ...group, people, key }],
  groupChange: [{ id, ...group }],
  groupAdd: [{ id, people, history: 'from-now' }],
  groupRemove: [{ id, person: bob.accountId }],
  groupLeave: [{ id }],
  preferences: [],
  preferencesSave: [{ choices }],
  block: [{ person: bob.accountId }],
  unblock: [{ person: bob.accountId }],
  live: [{ conversationId: id }],
  testMail: [{ issue: 'WEB-1' }],
  arrivals: [],
  ownReports: [],
  away: [{ people }],
  quietSave: [{ quiet: { zone: 'UTC', days: [1], from: '18:00', until: '08:00' } }],
  awaySave: [{ away: { from: '2026-12-01T00:00:00Z', until: '2026-12-14T00:00:00Z', word: '', substitute: null } }],
};
const ofAdministrators: Readonly<Record<keyof SettingsDefinitions, readonly Payload[]>> = {
  settings: [],
  switchesSave: [
    {
      switches: {
        isOn: true,
        rulesMaySend: true,
        byPermission: false,
        peopleMayBegin: true,
        receipts: true,
        keepsDrafts: true,
        projectsOff: [project],
      },
    },
  ],
  findProjects: [{ text: 'web' }],
  testConnection: [],
  triggerRotate: [],
  deliveries: [{ cursor: '' }],
  health: [],
  diagnostics: [],
  siteData: [],
  audit: [{ cursor: '' }],
  reports: [{ cursor: '' }],
  reportOpen: [{ id }],
  reportDecide: [{ id, outcome: 'removed' }],
};

/** Right for no member, but for null where a page may begin at the end. */
const wrongValues: readonly unknown[] = [7, {}, [{}], undefined, null];

interface Row {
  readonly name: string;
  readonly field: string;
  readonly value: unknown;
  readonly payload: Payload;
}

/** Each member of a value by its path, with the whole value as it is when that member is another one. */
function* spoil(value: Payload, path = ''): Generator<Omit<Row, 'name'>> {
  for (const [name, member] of Object.entries(value)) {
    const field = `${path}${name}`;
    for (const wrong of wrongValues) {
      // An object and a list are names of their own kind, whose members are spoilt below.
      if (typeof member === 'object' && member !== null && JSON.stringify(wrong) === '{}' && !Array.isArray(member))
        continue;
      if (Array.isArray(member) && Array.isArray(wrong)) continue;
      yield { field, value: wrong, payload: { ...value, [name]: wrong } };
    }
    if (typeof member !== 'object' || member === null) continue;
    for (const inner of spoil(member as Payload, `${field}.`)) {
      const changed = Array.isArray(member) ? Object.values(inner.payload) : inner.payload;
      yield { ...inner, payload: { ...value, [name]: changed } };
    }
  }
}

const rowsOf = (functions: Readonly<Record<string, readonly Payload[]>>): Row[] =>
  Object.entries(functions).flatMap(([name, payloads]) =>
    payloads.flatMap((payload) => [...spoil(payload)].map((row) => ({ name, ...row }))),
  );

/**
 * A page's `before` may be null, when one is to be reminded, the conversation that goes on in a group as well, how much people read may be absent, what a draft is an edit of and what it follows, and so may the group that a view hears, which may be absent as whom a view found may, and who may begin; a
 * conversation that is named in no way is one whose person is missing.
 */
function isRight({ name, field, value }: Row): boolean {
  if (field === 'before') return value === null;
  if (field === 'message' || field === 'due' || (name === 'draftSave' && field === 'revision')) return value === null;
  if (name === 'live') return value == null;
  if (field === 'follows') return value === null;
  // A Sunday.
  if (field === 'quiet.days.0') return value === 7;
  // For no quiet hours, for who is back, and for nobody.
  if (field === 'quiet' || field === 'away' || field === 'away.substitute') return value === null;
  if (field === 'history' || field === 'switches.peopleMayBegin') return value === undefined;
  return name === 'inboxSearch' && field === 'people' && value === undefined;
}
const namesConversation = ({ name, field }: Row) =>
  field === 'conversationId' || (field === 'person' && (name === 'conversation' || name === 'send'));
const namedBy = (row: Row) => (namesConversation(row) && row.value === undefined ? 'with' : row.field);

let forge: ForgeRuntime;

beforeEach(() => {
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  jira.administrators.add(alice.accountId);
  forge = new ForgeRuntime(jira, async () => Response.json({}));
});

test('every function that people’s views may ask names what is wrong, and asks nobody', async () => {
  const rows = rowsOf(ofPeople).filter((row) => !isRight(row));
  expect(rows.length).toBeGreaterThan(150);
  for (const row of rows) {
    const answer = await forge.invoke(alice.accountId, row.name as keyof PeopleDefinitions, row.payload);
    const problem = { code: 'payload_wrong', field: namedBy(row), rule: expect.any(String) };
    expect({ ...row, answer }).toEqual({ ...row, answer: { ok: false, problem } });
    expect(forge.calls).toEqual([]);
  }
});

test('so does every function of the admin page, and saves nothing', async () => {
  const rows = rowsOf(ofAdministrators).filter((row) => !isRight(row));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const answer = await forge.invokeSettings(alice.accountId, row.name as keyof SettingsDefinitions, row.payload);
    const problem = { code: 'payload_wrong', field: row.field, rule: expect.any(String) };
    expect({ ...row, answer }).toEqual({ ...row, answer: { ok: false, problem } });
    expect(forge.calls.filter((call) => !call.startsWith('jira'))).toEqual([]);
  }
});

test.each([undefined, null, 'text', 7, []])('a payload that is none (%j) names the first member', async (payload) => {
  const answer = await forge.invoke(alice.accountId, 'inboxMute', payload);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'payload_wrong', field: 'id' } });
});
