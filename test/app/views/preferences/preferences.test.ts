import { aProblem, bob } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';
import { aGroup, anEntry } from '../inbox/builders';

afterAll(letReactFinish);

// What one sees and does on one's own settings page, over the real view and the real reconciler.
const choices = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: false, receipts: true };
const kept = (more = {}) => ({ ok: true, choices, muted: [], blocked: [], ...more });

async function openPreferences(answers: ConstructorParameters<typeof FakeHost>[0]): Promise<FakeHost> {
  const host = new FakeHost({ preferences: () => kept(), ...answers }, {}, { showFlag: () => true });
  await host.open('preferences');
  return host;
}

const asked = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);
const flags = (host: FakeHost) => host.commanded.map(({ data }) => data['title']);
const toggle = (host: FakeHost, label: string) => (host.field(label).props['onChange'] as () => void)();

test('while it loads there is a spinner that says what for', async () => {
  const host = await openPreferences({ preferences: () => new Promise(() => undefined) });
  await host.until(() => expect(host.text).toBe('Loading your preferences'));
});

test.each([
  ['service_away', 'The conversation service does not answer'],
  ['not_logged_in', 'Log in to see your messages'],
])('%s is said in place of the page', async (code, title) => {
  const host = await openPreferences({ preferences: () => aProblem(code) });
  await host.until(() => expect(host.text).toContain(title));
  expect(host.all('Toggle')).toHaveLength(0);
});

test('it says who keeps the choices, and shows them as they are', async () => {
  const host = await openPreferences({});
  await host.until(() => expect(host.text).toContain("kept by your organisation's conversation service"));
  expect(host.field('When a person writes to me').props['isChecked']).toBe(true);
  expect(host.field('When a program writes to me').props['isChecked']).toBe(false);
  expect(host.text).toContain('You have muted no conversation.');
  expect(host.text).toContain('You have blocked nobody.');
});

test('choices are saved together, and unsaved ones are said', async () => {
  const host = await openPreferences({ preferencesSave: () => ({ ok: true }) });
  await host.until(() => toggle(host, 'When an automation rule writes to me'));
  await host.until(() => expect(host.text).toContain('Your choices are not saved yet.'));
  toggle(host, 'Others see how far I have read');
  await host.until(() => expect(host.field('Others see how far I have read').props['isChecked']).toBe(false));
  host.press('Save');
  await host.until(() => expect(flags(host)).toEqual(['Your preferences are saved']));
  expect(asked(host, 'preferencesSave')).toEqual([{ choices: { ...choices, mailOfRules: false, receipts: false } }]);
  await host.until(() => expect(host.text).not.toContain('not saved yet'));
});

test('choices that are not saved say why, and can be undone', async () => {
  const host = await openPreferences({ preferencesSave: () => aProblem('service_away') });
  await host.until(() => toggle(host, 'When a person writes to me'));
  await host.until(() => host.press('Save'));
  await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('Your choices are not saved.'));
  expect(flags(host)).toEqual([]);
  host.press('Undo changes');
  await host.until(() => expect(host.field('When a person writes to me').props['isChecked']).toBe(true));
  expect(host.texts('ErrorMessage')).toEqual([]);
});

test('a muted conversation is let in again', async () => {
  const muted = [anEntry(1, { isMuted: true }), aGroup(2, { isMuted: true })];
  const host = await openPreferences({ preferences: () => kept({ muted }), inboxMute: () => ({ ok: true }) });
  await host.until(() => host.press('Unmute Harbour'));
  await host.until(() => expect(host.texts('Button')).not.toContain('Unmute Harbour'));
  expect(host.button('Unmute Bob Brown')).toBeDefined();
  expect(asked(host, 'inboxMute')).toEqual([{ id: muted[1]?.id, isMuted: false }]);
  expect(flags(host)).toEqual(['Harbour is not muted any more']);
});

test('a blocked person is let in again, or it is said why not', async () => {
  let tries = 0;
  const host = await openPreferences({
    preferences: () => kept({ blocked: [bob] }),
    unblock: () => (++tries === 1 ? aProblem('service_away') : { ok: true }),
  });
  await host.until(() => host.press('Unblock Bob Brown'));
  await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('That was not done.'));
  expect(host.text).toContain('Bob Brown');
  await host.until(() => host.press('Unblock Bob Brown'));
  await host.until(() => expect(host.text).toContain('You have blocked nobody.'));
  expect(asked(host, 'unblock')).toEqual([{ person: 'bob' }, { person: 'bob' }]);
});

describe('a test mail', () => {
  test.each([
    ['handed', null, 'Jira has taken the mail'],
    ['waits', '2026-03-04T05:00:00.000Z', 'The next one can be asked for at'],
    ['blind', null, 'The app does not see this work item'],
    ['refused', null, 'Jira does not take the mail'],
  ])('that is %s says so', async (outcome, until, words) => {
    const host = await openPreferences({ testMail: () => ({ ok: true, outcome, until }) });
    await host.until(() => host.write('Key of a work item that you see, for example WEB-1', 'WEB-1'));
    await host.until(() => host.press('Mail me a test'));
    await host.until(() => expect(host.text).toContain(words));
    expect(asked(host, 'testMail')).toEqual([{ issue: 'WEB-1' }]);
  });
});
