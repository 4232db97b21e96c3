import { aProblem, carla } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

// When one is told of nothing, and until when one is away: what a person sees and does on their settings page.
const choices = { mailOfPeople: true, mailOfRules: true, mailOfPrograms: true, receipts: true, enterSends: false };
const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5], from: '18:00', until: '08:00' };
// The 14th of December of a year that the service takes.
const year = new Date().getFullYear() + 1;
const absence = {
  from: '2026-01-01T00:00:00.000Z',
  until: `${year}-12-14T00:00:00.000Z`,
  word: 'Skiing.',
  substitute: carla,
};

async function openPreferences(kept: object, answers: object = {}): Promise<FakeHost> {
  const page = { ok: true, choices, quiet: null, away: null, muted: [], blocked: [], ...kept };
  const all = { preferences: () => page, ownReports: () => ({ ok: true, reports: [] }), ...answers };
  const host = new FakeHost(all, {}, { showFlag: () => true });
  await host.open('preferences');
  await host.until(() => expect(host.text).toContain('Muted conversations'));
  return host;
}

const asked = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);
const toggle = (host: FakeHost, label: string) => (host.field(label).props['onChange'] as () => void)();
const choose = (host: FakeHost, label: string, value: unknown) =>
  (host.field(label).props['onChange'] as (value: unknown) => void)(value);
const checkboxes = (host: FakeHost) =>
  host.all('Checkbox').map(({ props }) => [props['label'], props['isChecked']] as const);
const tick = (host: FakeHost, label: string) => {
  const box = host.all('Checkbox').find(({ props }) => props['label'] === label);
  (box?.props['onChange'] as (() => void) | undefined)?.();
};

test('a service that knows of none of it shows none of it', async () => {
  const { enterSends: _, ...older } = choices;
  const host = await openPreferences({ choices: { ...older, enterSends: null } });
  for (const word of ['Quiet hours', 'Away', 'Enter sends']) expect(host.text).not.toContain(word);
});

test('that Enter sends is saved with the other choices', async () => {
  const host = await openPreferences({}, { preferencesSave: () => ({ ok: true }) });
  toggle(host, 'Enter sends');
  await host.until(() => host.press('Save'));
  await host.until(() =>
    expect(asked(host, 'preferencesSave')).toEqual([{ choices: { ...choices, enterSends: true } }]),
  );
});

describe('quiet hours', () => {
  test('are off by default, and go by the clock that Jira knows of the reader', async () => {
    const host = await openPreferences({}, { quietSave: () => ({ ok: true }) });
    expect(checkboxes(host)).toEqual([]);
    toggle(host, 'Have quiet hours');
    await host.until(() => expect(host.text).toContain('They end on the next day. By the clock of UTC.'));
    expect(checkboxes(host)[0]).toEqual(['Monday', true]);
    expect(checkboxes(host)[5]).toEqual(['Saturday', false]);
    tick(host, 'Saturday');
    choose(host, 'From', { value: '20:00', label: '8 PM' });
    await host.until(() => expect(host.field('From').props['value']).toMatchObject({ value: '20:00' }));
    expect(asked(host, 'quietSave')).toEqual([]);
    host.press('Save quiet hours');
    const quiet = { ...hours, days: [1, 2, 3, 4, 5, 6], from: '20:00' };
    await host.until(() => expect(asked(host, 'quietSave')).toEqual([{ quiet }]));
    await host.until(() => expect(host.text).not.toContain('not saved yet'));
  });

  test('that begin on no day are not saved, and it is said at the days', async () => {
    const host = await openPreferences({ quiet: { ...hours, days: [3] } }, { quietSave: () => ({ ok: true }) });
    tick(host, 'Wednesday');
    await host.until(() => host.press('Save quiet hours'));
    await host.until(() => expect(host.texts('ErrorMessage')).toEqual(['Choose at least one day.']));
    expect(asked(host, 'quietSave')).toEqual([]);
  });

  test('are taken away', async () => {
    const host = await openPreferences({ quiet: hours }, { quietSave: () => ({ ok: true }) });
    toggle(host, 'Have quiet hours');
    await host.until(() => host.press('Save quiet hours'));
    await host.until(() => expect(asked(host, 'quietSave')).toEqual([{ quiet: null }]));
  });

  test('that go by another zone than Jira has now say so, and go by it with one click', async () => {
    const quiet = { ...hours, zone: 'Asia/Tokyo' };
    const host = await openPreferences({ quiet }, { quietSave: () => ({ ok: true }) });
    expect(host.text).toContain('Jira has you in UTC now. Your quiet hours still go by the clock of Asia/Tokyo.');
    host.press('Go by UTC');
    await host.until(() => expect(asked(host, 'quietSave')).toEqual([{ quiet: hours }]));
    await host.until(() => expect(host.text).not.toContain('Jira has you in'));
  });

  test('go by the other zone, and what is not saved yet stays so', async () => {
    const quiet = { ...hours, zone: 'Asia/Tokyo' };
    const host = await openPreferences({ quiet }, { quietSave: () => ({ ok: true }) });
    tick(host, 'Saturday');
    await host.until(() => expect(checkboxes(host)[5]).toEqual(['Saturday', true]));
    host.press('Go by UTC');
    await host.until(() => expect(asked(host, 'quietSave')).toEqual([{ quiet: hours }]));
    await host.until(() => expect(host.text).toContain('By the clock of UTC.'));
    expect(checkboxes(host)[5]).toEqual(['Saturday', true]);
    host.press('Save quiet hours');
    const changed = { ...hours, days: [1, 2, 3, 4, 5, 6] };
    await host.until(() => expect(asked(host, 'quietSave')[1]).toEqual({ quiet: changed }));
  });

  test('that are not saved say why, and can be undone', async () => {
    const host = await openPreferences({ quiet: hours }, { quietSave: () => aProblem('service_away') });
    toggle(host, 'Have quiet hours');
    await host.until(() => host.press('Save quiet hours'));
    await host.until(() => expect(host.texts('ErrorMessage')[0]).toContain('Your quiet hours are not saved.'));
    host.press('Undo changes of quiet hours');
    await host.until(() => expect(host.field('Have quiet hours').props['isChecked']).toBe(true));
  });
});

describe('an absence', () => {
  test('lasts from now until the midnight that begins the day one is back', async () => {
    const host = await openPreferences({}, { awaySave: () => ({ ok: true }) });
    host.findsPeople = () => [carla];
    host.write('A word for whoever writes (optional)', ' Skiing. ');
    choose(host, 'Back on', `${year}-12-14`);
    choose(host, 'Substitute (optional)', { value: 'carla', label: 'Carla Diaz' });
    await host.until(() => expect(host.field('Back on').props['value']).toBe(`${year}-12-14`));
    const before = Date.now();
    host.press('Save away dates');
    await host.until(() => expect(asked(host, 'awaySave')).toHaveLength(1));
    const { away } = asked(host, 'awaySave')[0] as { away: typeof absence };
    expect(away).toMatchObject({ until: absence.until, word: 'Skiing.', substitute: 'carla' });
    expect(Date.parse(away.from) - before).toBeLessThan(60_000);
    expect(Date.parse(away.from)).toBeGreaterThanOrEqual(before);
    await host.until(() => expect(host.text).toContain(`You are away, back on Dec 14, ${year}.`));
  });

  test.each([
    ['', '2026-01-01', 'Choose the day on which you are back.'],
    ['2026-01-02', '2026-01-01', 'You are back by then. Choose a day after today.'],
    ['2099-01-01', '2099-01-01', 'Choose a day after the first one.'],
    ['2099-01-01', '2026-01-01', 'Choose a day within two years from now.'],
  ])('until "%s" from %s is not saved, and it is said at the days', async (until, from, words) => {
    const host = await openPreferences({}, { awaySave: () => ({ ok: true }) });
    choose(host, 'Away from', from);
    choose(host, 'Back on', until);
    await host.until(() => expect(host.field('Away from').props['value']).toBe(from));
    host.press('Save away dates');
    await host.until(() => expect(host.texts('ErrorMessage')).toEqual([words]));
    expect(asked(host, 'awaySave')).toEqual([]);
  });

  test('with too long a word is not saved, and it is said at the word', async () => {
    const host = await openPreferences({ away: absence }, { awaySave: () => ({ ok: true }) });
    host.write('A word for whoever writes (optional)', '🎿'.repeat(283));
    await host.until(() => host.press('Save away dates'));
    await host.until(() => expect(host.texts('ErrorMessage')).toEqual(['3 characters too many: 280 at most.']));
    host.write('A word for whoever writes (optional)', '🎿'.repeat(280));
    await host.until(() => host.press('Save away dates'));
    // What is kept stays to the minute where its day does.
    const away = { ...absence, word: '🎿'.repeat(280), substitute: 'carla' };
    await host.until(() => expect(asked(host, 'awaySave')).toEqual([{ away }]));
  });

  test('that runs is ended by one click', async () => {
    const host = await openPreferences({ away: absence }, { awaySave: () => ({ ok: true }) });
    expect(host.text).toContain(`You are away, back on Dec 14, ${year}.`);
    host.press('I am back');
    await host.until(() => expect(asked(host, 'awaySave')).toEqual([{ away: null }]));
    await host.until(() => expect(host.text).not.toContain('You are away'));
    expect(host.field('A word for whoever writes (optional)').props['defaultValue']).toBe('');
    expect(host.field('Substitute (optional)').props['value']).toBeNull();
  });

  test('that is ended leaves what is typed of the next one, and nobody is chosen meanwhile', async () => {
    let answer: (value: object) => void = () => undefined;
    const awaySave = () => new Promise((resolve) => (answer = resolve));
    const host = await openPreferences({ away: absence }, { awaySave });
    host.write('A word for whoever writes (optional)', 'Sailing.');
    choose(host, 'Back on', `${year}-12-20`);
    await host.until(() => expect(host.field('Back on').props['value']).toBe(`${year}-12-20`));
    host.press('I am back');
    await host.until(() => expect(host.field('Substitute (optional)').props['isDisabled']).toBe(true));
    answer({ ok: true });
    await host.until(() => expect(host.text).not.toContain('You are away'));
    expect(host.field('A word for whoever writes (optional)').props['defaultValue']).toBe('Sailing.');
    expect(host.field('Back on').props['value']).toBe(`${year}-12-20`);
    expect(host.field('Substitute (optional)').props['value']).toBeNull();
    expect(host.text).toContain('Your away dates are not saved yet.');
  });

  test('that has not begun is said as one, and one that is over is none', async () => {
    const planned = await openPreferences({ away: { ...absence, from: `${year}-12-01T00:00:00.000Z` } });
    expect(planned.text).toContain(`You will be away from Dec 1, ${year}, back on Dec 14, ${year}.`);
    expect(planned.button('Remove it')).toBeDefined();
    const over = await openPreferences({ away: { ...absence, until: '2026-01-02T00:00:00.000Z' } });
    expect(over.text).not.toContain('You are away');
  });

  test('whose substitute nobody can write to any more says so', async () => {
    const substitute = { ...carla, active: false };
    const host = await openPreferences({ away: { ...absence, substitute } });
    expect(host.texts('ErrorMessage')).toEqual([
      'Nobody can write to Carla Diaz here, so that nobody is offered them. Choose somebody else.',
    ]);
  });
});
