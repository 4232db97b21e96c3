import { textToDocument } from '../../../../src/document/from-text';
import { aProblem } from '../builders';
import { type FakeHost, letReactFinish } from '../fake-host';
import { asked, flags, openSettings, tabs } from './open-settings';

afterAll(letReactFinish);

const person = (id: string, name: string) => ({ id, name, kind: 'person', active: true });
const time = '2026-03-04T05:06:07.000Z';
const aReport = (n: number) => ({
  ...{ id: `r${n}`, reason: 'insult', at: time, isGroup: false },
  ...{ reporter: person('bob', 'Bob Brown'), sender: person('eve', 'Eve Adams') },
});
const opened = (n: number, more = {}) => ({
  ...aReport(n),
  ...{ note: '', body: textToDocument('Unkind words'), sentAt: time, now: 'same', ...more },
});

describe('reported messages', () => {
  const listing = (...numbers: number[]) => ({
    reports: () => ({ ok: true, reports: numbers.map(aReport), cursor: '' }),
  });

  test('stand there without words, and are read one by one', async () => {
    const host = await openSettings('reports', {
      ...listing(1, 2),
      reportOpen: ({ id }: { id: string }) => ({ ok: true, report: opened(Number(id.slice(1)), { note: 'Again' }) }),
    });
    await host.until(() => expect(host.text.match(/Bob Brown.* reported a message of .*Eve Adams/g)).toHaveLength(2));
    expect(host.text).toContain('Insulting or harassing');
    expect(asked(host, 'reportOpen')).toEqual([]);
    host.press('Read the message');
    await host.until(() => expect(JSON.stringify(host.all('AdfRenderer')[0]?.props)).toContain('Unkind words'));
    expect(asked(host, 'reportOpen')).toEqual([{ id: 'r1' }]);
    expect(host.text).toContain('The report adds: Again');
  });

  test.each([
    ['removed', 'Remove the message', 'Remove it for good', 'gone for good', 'The message is removed'],
    ['dismissed', 'Leave it', 'Leave it as it is', 'Only whoever reported it', 'The message stays'],
  ])('are %s after a question, and stand there no more', async (outcome, button, confirm, question, said) => {
    const host = await openSettings('reports', {
      ...listing(1, 2),
      reportOpen: () => ({ ok: true, report: opened(1) }),
      reportDecide: () => ({ ok: true }),
    });
    await host.until(() => host.press('Read the message'));
    await host.until(() => host.press(button));
    await host.until(() => expect(host.text).toContain(question));
    expect(asked(host, 'reportDecide')).toEqual([]);
    host.press(confirm);
    await host.until(() => expect(flags(host)).toEqual([said]));
    expect(asked(host, 'reportDecide')).toEqual([{ id: 'r1', outcome }]);
    await host.until(() => expect(host.text.match(/reported a message/g)).toHaveLength(1));
  });

  test('of which more wait come by themselves once all of a page are decided, and none is denied', async () => {
    let release: (() => void) | undefined;
    const host = await openSettings('reports', {
      reports: async ({ cursor }: { cursor: string }) => {
        if (cursor === '') return { ok: true, reports: [aReport(1)], cursor: 'c1' };
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { ok: true, reports: [aReport(2)], cursor: '' };
      },
      reportOpen: () => ({ ok: true, report: opened(1) }),
      reportDecide: () => ({ ok: true }),
    });
    await host.until(() => host.press('Read the message'));
    await host.until(() => host.press('Leave it'));
    await host.until(() => host.press('Leave it as it is'));
    await host.until(() => expect(asked(host, 'reports')).toEqual([{ cursor: '' }, { cursor: 'c1' }]));
    expect(host.text).not.toContain('No report waits for a decision.');
    release?.();
    await host.until(() => expect(host.text.match(/reported a message/g)).toHaveLength(1));
  });

  test.each([
    ['edited', 'It was edited since.'],
    ['deleted', 'It was deleted since.'],
  ])('say that they were %s since', async (now, words) => {
    const host = await openSettings('reports', {
      ...listing(1),
      reportOpen: () => ({ ok: true, report: opened(1, { now }) }),
    });
    await host.until(() => host.press('Read the message'));
    await host.until(() => expect(host.text).toContain(words));
  });

  test('that somebody else decided say so', async () => {
    const host = await openSettings('reports', { ...listing(1), reportOpen: () => aProblem('report_gone') });
    await host.until(() => host.press('Read the message'));
    await host.until(() => expect(host.text).toContain('Another administrator decided it'));
  });

  test('of which there are none, and an older service, are told in words', async () => {
    const host = await openSettings('reports', listing());
    await host.until(() => expect(host.text).toContain('No report waits for a decision.'));
    const older = await openSettings('reports', { reports: () => aProblem('service_older') });
    await older.until(() => expect(older.text).toContain('older version'));
  });
});

describe('the data of the site', () => {
  const data = {
    ...{ retentionDays: 365, purgedAt: time },
    clients: [
      { id: 'c1', name: 'Build bot', mayManage: false, madeAt: time, revokedAt: null, usedAt: time },
      { id: 'c2', name: 'Old bot', mayManage: true, madeAt: time, revokedAt: time, usedAt: null },
    ],
  };

  test('is told: who reads what, how long, and every client with its last use', async () => {
    const host = await openSettings('data', { siteData: () => ({ ok: true, data }) });
    await host.until(() => expect(host.text).toContain('For 365 days.'));
    expect(host.texts('ListItem')).toHaveLength(3);
    const rows = host.texts('Row').map((text) => text.replaceAll('\n', ' | '));
    expect(rows[0]).toMatch(
      /^Build bot \| Read and write where it takes part \| Mar 4, 2026.* \| Mar 4, 2026.* \| Good$/,
    );
    expect(rows[1]).toMatch(/^Old bot \| Make and manage groups, too \| .* \| Not known \| Revoked \| Mar 4/);
  });

  test('without a limit and without clients says so', async () => {
    const nothing = { retentionDays: null, purgedAt: null, clients: [] };
    const host = await openSettings('data', { siteData: () => ({ ok: true, data: nothing }) });
    await host.until(() => expect(host.text).toContain('For ever, until somebody deletes them'));
    expect(host.text).toContain('There is none.');
  });
});

test('the audit names who did what, and pages on', async () => {
  const line = (n: number, more = {}) => ({
    ...{ id: `a${n}`, at: time, actor: person('carla', 'Carla Diaz'), action: 'report-opened' },
    ...{ subject: `r${n}`, details: '', ...more },
  });
  const host = await openSettings('logs', {
    audit: ({ cursor }: { cursor: string }) =>
      cursor === ''
        ? {
            ok: true,
            records: [
              line(1),
              line(2, { actor: 'service', action: 'messages-purged', subject: null, details: 'messages: 3' }),
            ],
            cursor: 'c1',
          }
        : { ok: true, records: [line(3, { actor: 'cli:root', action: 'of-a-later-release' })], cursor: '' },
  });
  const rows = () => host.texts('Row').map((text) => text.replaceAll('\n', ' | '));
  await host.until(() => expect(rows()).toHaveLength(2));
  expect(rows()[0]).toMatch(/Carla Diaz \| Looked at a reported message \| r1$/);
  expect(rows()[1]).toMatch(/The service itself \| Removed old messages \| messages: 3$/);
  host.press('Show more');
  await host.until(() => expect(rows()).toHaveLength(3));
  expect(rows()[2]).toMatch(/cli:root \| of-a-later-release \| r3$/);
});

describe('what is not saved', () => {
  const change = (host: FakeHost, label: string) =>
    (host.field(label).props['onChange'] as (value?: unknown) => void)();
  const selected = (host: FakeHost) => tabs[Number(host.all('Tabs')[0]?.props['selected'])];
  const go = (host: FakeHost) => host.choose(tabs.indexOf('automation'));
  async function openChanged(answers = {}) {
    const host = await openSettings('sending', answers);
    change(host, 'People may send messages from this site');
    await host.until(() => expect(host.text).toContain('Your changes are not saved yet.'));
    go(host);
    await host.until(() => expect(host.texts('ModalTitle')).toEqual(['Leave without saving?']));
    expect(selected(host)).toBe('sending');
    return host;
  }

  test('is asked about before another tab is shown, and stays where one stays', async () => {
    const host = await openChanged();
    host.press('Stay here');
    await host.until(() => expect(host.all('Modal')).toEqual([]));
    expect(selected(host)).toBe('sending');
    expect(host.text).toContain('Your changes are not saved yet.');
  });

  test('is saved on the way', async () => {
    const host = await openChanged({ switchesSave: () => ({ ok: true }) });
    host.press('Save and go on');
    await host.until(() => expect(selected(host)).toBe('automation'));
    expect(asked(host, 'switchesSave')).toHaveLength(1);
    expect(host.all('Modal')).toEqual([]);
  });

  test('keeps one there where it cannot be saved', async () => {
    const host = await openChanged({ switchesSave: () => aProblem('settings_unsaved') });
    host.press('Save and go on');
    await host.until(() => expect(host.all('Modal')).toEqual([]));
    expect(selected(host)).toBe('sending');
    expect(host.texts('ErrorMessage')[0]).toContain('Your changes are not saved.');
  });

  test('is as it was once it is discarded, and nothing is asked then', async () => {
    const host = await openChanged();
    host.press('Discard');
    await host.until(() => expect(selected(host)).toBe('automation'));
    expect(host.text).not.toContain('Your changes are not saved yet.');
    host.choose(tabs.indexOf('sending'));
    await host.until(() => expect(selected(host)).toBe('sending'));
    go(host);
    await host.until(() => expect(selected(host)).toBe('automation'));
    expect(asked(host, 'switchesSave')).toEqual([]);
  });

  test('of an address that was typed is discarded or kept, and never set on the way', async () => {
    const host = await openSettings('connection');
    await host.until(() => host.write('New address', 'https://aside.example.com'));
    go(host);
    await host.until(() => expect(host.text).toContain('You have typed an address that is not set.'));
    expect(host.texts('LoadingButton')).not.toContain('Save and go on');
    host.press('Discard');
    await host.until(() => expect(selected(host)).toBe('automation'));
  });
});
