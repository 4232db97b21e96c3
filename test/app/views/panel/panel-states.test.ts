import { aMessage, aPanel, aProblem, aThread, bob, carla } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

// The real view and the real reconciler over a made-up bridge: what one sees in each state.
async function see(answer: () => unknown) {
  const host = new FakeHost({ open: answer });
  await host.open();
  return host;
}

test('while it loads there is a spinner that says what for', async () => {
  const host = await see(() => new Promise(() => undefined));
  await host.until(() => expect(host.invoked.map(({ name }) => name)).toContain('open'));
  expect(host.text).toBe('Loading the conversation');
  expect(host.all('Spinner')).toHaveLength(1);
});

test('before a first word it invites to write to the assignee', async () => {
  const host = await see(() => aPanel());
  await host.until(() => expect(host.text).toContain('Write to Bob Brown directly'));
  expect(host.field('Message to Bob Brown')).toBeDefined();
  expect(host.text).not.toContain('Conversation with\n');
  expect(() => host.press('Send')).toThrow('disabled');
});

test('one line says who keeps the words', async () => {
  const host = await see(() => aPanel());
  await host.until(() =>
    expect(host.text).toContain('Messages are kept by your organisation, whose administrators can export them.'),
  );
});

test('a thread shows who wrote what and when, the newest last', async () => {
  const messages = [
    aMessage(1, 'First', { from: 'me', editedAt: '2026-03-04T06:00:00.000Z' }),
    aMessage(2, 'Second'),
    aMessage(3, '', { body: null, deletedAt: '2026-03-04T07:00:00.000Z' }),
    aMessage(4, 'Fourth', { origin: { kind: 'rule', label: 'Remind of due dates', owner: null } }),
  ];
  const host = await see(() => aPanel({ threads: [aThread(messages)] }));
  await host.until(() => expect(host.comments).toHaveLength(4));
  const [first, second, third, fourth] = host.comments;
  expect(first).toMatchObject({ author: 'You', text: 'First', edited: 'Edited Mar 4' });
  expect(first?.time).toMatch(/^5:06\sAM$/);
  expect(first?.wholeTime).toMatch(/^Mar 4, 2026, 5:06\sAM$/);
  expect(host.texts('Heading')).toContain('Wednesday, March 4');
  expect(second).toMatchObject({ author: 'Bob Brown', text: 'Second', edited: null });
  expect(third).toMatchObject({ author: 'Bob Brown', text: 'Message deleted', edited: null });
  expect(fourth?.text).toContain('Sent by the automation rule “Remind of due dates”');
});

test('what Markdown cannot say is not offered for editing, only for deleting', async () => {
  const host = await see(() => aPanel({ threads: [aThread([aMessage(1, 'A card', { from: 'me', source: null })])] }));
  await host.until(() => expect(host.comments).toHaveLength(1));
  expect(await host.actions(0)).toEqual(['Quote', 'For a comment…', 'Wait for an answer', 'Remind me…', 'Delete']);
});

test.each([
  ['nobody', 'Nobody to write to yet'],
  ['me', 'Nobody has written to you about this work item'],
] as const)('with no thread and %s as assignee it says what will come', async (assignee, title) => {
  const host = await see(() => aPanel({ assignee, threads: [] }));
  await host.until(() => expect(host.text).toContain(title));
  expect(host.all('TextArea')).toHaveLength(0);
});

test('the assignee sees who wrote to them and answers each', async () => {
  const threads = [
    aThread([aMessage(1, 'From Bob')], { isAssignee: false }),
    aThread([aMessage(2, 'From Carla')], { isAssignee: false, person: carla }),
  ];
  const host = await see(() => aPanel({ assignee: 'me', threads }));
  await host.until(() => expect(host.text).toContain('These are your conversations'));
  expect(host.texts('Button').slice(0, 2)).toEqual(['Bob Brown', 'Carla Diaz']);
  expect(host.text).toContain('From Bob');
  expect(host.field('Message to Bob Brown')).toBeDefined();
});

test('a thread stays on an issue that has lost its assignee', async () => {
  const host = await see(() =>
    aPanel({ assignee: 'nobody', threads: [aThread([aMessage(1, 'Hi')], { isAssignee: false })] }),
  );
  await host.until(() => expect(host.text).toContain('This work item has no assignee now'));
  expect(host.comments).toHaveLength(1);
});

test.each([
  ['recipient_inactive', 'deactivated'],
  ['recipient_app', 'is an app'],
  ['recipient_customer', 'customer of the help centre'],
  ['recipient_unknown', 'does not show this account'],
] as const)('there is no composer for %s, and why is said', async (refusal, words) => {
  const host = await see(() => aPanel({ threads: [aThread([], { refusal })] }));
  await host.until(() => expect(host.text).toContain(words));
  expect(host.all('TextArea')).toHaveLength(0);
  expect(host.text).toContain('No messages with Bob Brown');
});

test.each([
  ['address_not_set', 'Aside is not connected yet', 'A Jira administrator has to set', true],
  ['service_away', 'The conversation service does not answer', 'Try again in a moment', true],
  ['not_the_service', 'The address of the service is wrong', 'has to check the address', true],
  ['service_refused', 'The conversation service refused', 'has to add this site', true],
  ['jira_away', 'Jira does not answer', 'Try again in a moment', true],
  ['rate_limited', 'Too many messages at once', 'Try again in a moment', true],
  ['issue_hidden', 'You cannot see this work item', "Ask the project's administrator", false],
  ['not_logged_in', 'Log in to see your messages', 'Log in to Jira', false],
  ['unexpected', 'That did not work', 'tell your Jira administrator', true],
])('%s is a sentence that says what to do', async (code, title, words, canRetry) => {
  const host = await see(() => aProblem(code));
  await host.until(() => expect(host.text).toContain(title));
  expect(host.text).toContain(words);
  expect(host.all('Button').length > 0).toBe(canRetry);
});

test('a problem names when to come back and what to tell the administrator', async () => {
  const host = await see(() => aProblem('service_away', { retryAfter: 7, reference: 'r-1' }));
  await host.until(() => expect(host.text).toContain('Try again in 7 seconds.'));
  expect(host.text).toContain('r-1');
});

test.each([
  ['its name', Object.assign(new Error('No'), { name: 'NEEDS_AUTHENTICATION_ERR' })],
  ['its message', new Error('Authentication Required')],
])("behind the platform's own prompt for consent stands a calm word, known by %s", async (_, error) => {
  const host = await see(() => Promise.reject(error));
  await host.until(() => expect(host.text).toContain('Aside needs your permission once'));
  expect(host.all('SectionMessage')[0]?.props['appearance']).toBe('information');
});

test('an invocation that fails as such is a problem too', async () => {
  const host = await see(() => Promise.reject(new Error('500')));
  await host.until(() => expect(host.text).toContain('That did not work'));
});

test.each([
  'TypeError: Failed to fetch',
  'TypeError: NetworkError when attempting to fetch resource.',
  'TypeError: Load failed',
])('a lost connection is called offline: %s', async (words) => {
  const host = await see(() => Promise.reject(new TypeError(words.slice('TypeError: '.length))));
  await host.until(() => expect(host.text).toContain('You are offline'));
  expect(host.text).toContain('stays on this page');
});

test('after trying again what was away is there', async () => {
  let tries = 0;
  const host = await see(() => (++tries === 1 ? aProblem('service_away') : aPanel()));
  await host.until(() => expect(host.text).toContain('does not answer'));
  host.press('Try again');
  await host.until(() => expect(host.text).toContain('Write to Bob Brown directly'));
});

test('more people than fit side by side are a labelled list', async () => {
  const threads = Array.from({ length: 5 }, (_, n) =>
    aThread([aMessage(n, `From ${n}`)], { person: { ...bob, id: `p${n}`, name: `Person ${n}` }, isAssignee: n === 0 }),
  );
  const host = await see(() => aPanel({ threads }));
  await host.until(() => expect(host.all('Select')).toHaveLength(1));
  const { options, onChange } = host.field('Conversation with').props as {
    options: { value: string; label: string }[];
    onChange: (option: unknown) => void;
  };
  expect(options.map(({ label }) => label)).toEqual([
    'Person 0 (assignee)',
    'Person 1',
    'Person 2',
    'Person 3',
    'Person 4',
  ]);
  onChange(options[3]);
  await host.until(() => expect(host.text).toContain('From 3'));
});
