import { longestText } from '../../../../src/app/definitions';
import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

// What a rule's owner sees and does in the action's form, over the real view and the real reconciler.
interface Opened {
  readonly host: FakeHost;
  /** What Automation was handed, in order. */
  readonly submitted: unknown[];
  readonly validate: (isValidating: boolean) => void;
}

async function openForm(extension: object = {}): Promise<Opened> {
  const submitted: unknown[] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const host = new FakeHost(
    {},
    { extension },
    {
      submit: (data) => void submitted.push(data),
      on: ({ event, callback }) => {
        if (event === 'AUTOMATION_ACTION_VALIDATE_RULE_EVENT') listeners.push(callback as () => void);
        return { unsubscribe: () => undefined };
      },
    },
  );
  await host.open('automation-form');
  await host.until(() => expect(host.field('Message')).toBeDefined());
  return { host, submitted, validate: (isValidating) => void listeners.map((it) => it({ isValidating })) };
}

const choose = (host: FakeHost, value: string) => {
  const { options, onChange } = host.field('Recipient').props as {
    options: { value: string }[];
    onChange: (option: unknown) => void;
  };
  onChange(options.find((option) => option.value === value));
};
const defaults = { issueKey: '{{issue.key}}', recipient: 'assignee', message: '', ruleName: '{{rule.name}}' };

test('a new action writes to the assignee of the work item that the rule runs on', async () => {
  const { host } = await openForm({ data: { inputs: {} } });
  expect(host.field('Recipient').props['value']).toMatchObject({ value: 'assignee' });
  expect(host.field('Work item key').props['defaultValue']).toBe('{{issue.key}}');
  expect(host.field('Name of the rule').props['defaultValue']).toBe('{{rule.name}}');
});

test('each change is handed to Automation with everything else', async () => {
  const { host, submitted } = await openForm();
  host.write('Message', 'Please look at {{issue.summary}}');
  await host.until(() => expect(submitted).toEqual([{ ...defaults, message: 'Please look at {{issue.summary}}' }]));
  await host.until(() => choose(host, 'reporter'));
  await host.until(() =>
    expect(submitted.at(-1)).toEqual({
      ...defaults,
      message: 'Please look at {{issue.summary}}',
      recipient: 'reporter',
    }),
  );
});

test('submitting hands over what stands there', async () => {
  const { host, submitted } = await openForm({ data: { inputs: { message: 'Hello' } } });
  host.submit();
  await host.until(() => expect(submitted).toEqual([{ ...defaults, message: 'Hello' }]));
});

test('another person is named by an account id or a smart value', async () => {
  const { host, submitted } = await openForm();
  expect(() => host.field('Account id of the person')).toThrow();
  choose(host, 'other');
  await host.until(() => host.write('Account id of the person', '{{issue.creator.accountId}}'));
  await host.until(() => expect(submitted.at(-1)).toMatchObject({ recipient: '{{issue.creator.accountId}}' }));
});

test('what the rule holds already is shown', async () => {
  const inputs = { issueKey: 'SHOP-1', recipient: '557058:abc', message: 'Hi', ruleName: '' };
  const { host } = await openForm({ data: { inputs } });
  expect(host.field('Recipient').props['value']).toMatchObject({ value: 'other' });
  expect(host.field('Account id of the person').props['defaultValue']).toBe('557058:abc');
  expect(host.field('Message').props['defaultValue']).toBe('Hi');
  expect(host.field('Work item key').props['defaultValue']).toBe('SHOP-1');
  expect(host.field('Name of the rule').props['defaultValue']).toBe('');
});

test('nothing can be changed while Automation looks at the rule', async () => {
  const { host, validate } = await openForm();
  const disabled = () => ['Recipient', 'Message', 'Work item key'].map((it) => host.field(it).props['isDisabled']);
  validate(true);
  await host.until(() => expect(disabled()).toEqual([true, true, true]));
  validate(false);
  await host.until(() => expect(disabled()).toEqual([false, false, false]));
});

test.each([
  [['message'], 'This is needed.'],
  [[{ key: 'message', message: 'Too short' }], 'Too short'],
  [{ message: 'Too short' }, 'Too short'],
  [{ issueKey: true }, 'Jira does not accept this value. Check it.'],
])('an input that Automation refuses by %j says so until it is changed', async (invalidInputs, words) => {
  const { host } = await openForm({ data: { inputs: {} }, errors: { invalidInputs } });
  await host.until(() => expect(host.texts('ErrorMessage')).toEqual([words]));
  host.write('Message', 'x');
  host.write('Work item key', 'SHOP-1');
  await host.until(() => expect(host.texts('ErrorMessage')).toEqual([]));
});

test('the message is counted near its longest, and over it says by how much', async () => {
  const { host } = await openForm();
  host.write('Message', 'x'.repeat(longestText - 20));
  await host.until(() => expect(host.text).toContain('20 characters left.'));
  host.write('Message', 'x'.repeat(longestText + 3));
  await host.until(() => expect(host.text).toContain('3 characters too many.'));
});
