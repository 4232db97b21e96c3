import { aMessage, aPanel, aProblem, aThread, carla, theApp } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';
import { openPanel } from './open-panel';

afterAll(letReactFinish);

// One view in three places: the panel, the details on its right, the dialog of "Message assignee".
const five = aThread([1, 2, 3, 4, 5].map((n) => aMessage(n, `Number ${n}`)));
const two = aPanel({ threads: [five, aThread([], { person: carla, isAssignee: false, unreadCount: 1 })] });

describe('in the context of an issue', () => {
  const module = 'jira:issueContext';

  test('it is compact: a list of people, the newest three messages, a low composer without a hint', async () => {
    const { host } = await openPanel({ panels: [two], module });
    expect(host.field('Conversation with').props['value']).toMatchObject({ label: 'Bob Brown (assignee)' });
    expect(host.text).toContain('Unread from Carla Diaz');
    expect(host.comments.map(({ text }) => text)).toEqual(['Number 3', 'Number 4', 'Number 5']);
    expect(host.field('Message to Bob Brown').props['minimumRows']).toBe(2);
    expect(host.text).not.toContain('Markdown works');
    host.press('Show older messages');
    await host.until(() => expect(host.comments).toHaveLength(5));
  });

  test.each([
    ['thread', aPanel(), 'Ask a question, offer help'],
    ['issue without an assignee', aPanel({ assignee: 'nobody', threads: [] }), 'This work item has no assignee.'],
  ])('an empty %s says so in a line', async (_, panel, words) => {
    const { host } = await openPanel({ panels: [panel], module });
    expect(host.text).toContain(words);
    expect(host.all('EmptyState')).toEqual([]);
  });
});

describe('in the dialog of the action', () => {
  const module = 'jira:issueAction';

  test('the thread with the assignee is there at once, ready to be written in, without what programs sent', async () => {
    const threads = [...two.threads, aThread([aMessage(9, 'Due')], { person: theApp, isAssignee: false })];
    const { host } = await openPanel({ panels: [aPanel({ threads })], module });
    expect(host.field('Message to Bob Brown').props['autoFocus']).toBe(true);
    expect(host.comments).toHaveLength(5);
    expect(host.text).not.toContain('From rules and programs');
  });

  test('it is closed by a press, and the panel and the context are not', async () => {
    const { host, commanded } = await openPanel({ panels: [two], module });
    host.press('Close');
    await host.until(() => expect(commanded('close')).toHaveLength(1));
    const panel = await openPanel({ panels: [two] });
    expect(panel.host.texts('Button')).not.toContain('Close');
    expect(panel.host.field('Message to Bob Brown').props['autoFocus']).toBe(false);
  });

  test('it is closed also where it could not be opened, and a host that does not close it is no fault', async () => {
    const host = new FakeHost(
      { open: () => aProblem('issue_hidden') },
      { extension: { type: module } },
      { close: () => false },
    );
    await host.open();
    await host.until(() => expect(host.text).toContain('You cannot see this work item'));
    host.press('Close');
    await host.until(() => expect(host.commanded.map(({ command }) => command)).toContain('close'));
  });
});

test.each(['jira:issuePanel', 'jira:issueContext', 'jira:issueAction'] as const)(
  'in %s the keyboard meets people, then the thread, then the composer, then the rest',
  async (module) => {
    const { host } = await openPanel({ panels: [two], module });
    const texts = [
      'Conversation with',
      'Write to someone else…',
      'Number 5',
      'Message to Bob Brown',
      'Send',
      'All conversations',
      'Refresh',
    ];
    const places = texts.map((text) => host.text.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  },
);
