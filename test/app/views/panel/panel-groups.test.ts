import { aMessage, aPanel, aProblem, aThread, bob } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';
import { aGroup } from '../inbox/builders';

afterAll(letReactFinish);

// What the panel says of a group beside the work item that cannot be opened, over the real view and the real reconciler.
type Answers = ConstructorParameters<typeof FakeHost>[0];

const id = '01890000-0000-7000-8000-00000000a001';
const group = aThread([aMessage(1, 'In the group')], {
  person: null as never,
  isAssignee: false,
  conversationId: id,
  entry: aGroup(1, { id, name: 'Login crew', role: 'member' }),
});
const writeUser = { accountId: bob.id, displayName: bob.name, accountType: 'atlassian', active: true };

/** What Jira answers to everything that the form asks: bob is the assignee, and sees the work item. */
function askJira({ restPath }: Record<string, unknown>) {
  const body = String(restPath).includes('/user/') ? [writeUser] : { fields: { assignee: writeUser, reporter: null } };
  return { status: 200, statusText: '', headers: {}, body: JSON.stringify(body) };
}

async function open(answers: Answers, panel = aPanel()) {
  const host = new FakeHost(
    { open: () => panel, read: () => ({ ok: true }), ...answers },
    { extension: { type: 'jira:issuePanel', issue: { id: '10001', key: 'WEB-1' } } },
    { fetchProduct: askJira, showFlag: () => true },
  );
  await host.open();
  await host.until(() => expect(host.text).toContain('Refresh'));
  return host;
}

const flags = (host: FakeHost) =>
  host.commanded.filter(({ command }) => command === 'showFlag').map(({ data }) => data['title']);
const away = { conversation: () => aProblem('service_away') };
const why = 'Your organisation runs it. Try again in a moment';

test('says why the details of a group do not come, and no more once they are hidden', async () => {
  const host = await open(away, aPanel({ threads: [], groups: [group] }));
  host.press('Login crew (group)');
  await host.until(() => host.press('Group details'));
  await host.until(() => expect(host.text).toContain(why));
  host.press('Hide details');
  await host.until(() => expect(host.text).not.toContain(why));
});

test('says that a group in which a conversation goes on could not be opened', async () => {
  const notice = { what: 'continued', by: bob, people: [], owner: null, isFromNow: false, conversationId: id } as never;
  const host = await open(away, aPanel({ threads: [aThread([aMessage(1, '', { body: null, notice })])] }));
  await host.until(() => host.press('Open the group'));
  await host.until(() => expect(flags(host)).toEqual(['The group could not be opened']));
});

describe('the form that begins a group', () => {
  async function fill(answers: Answers) {
    const host = await open(answers);
    host.press('Start a group…');
    await host.until(() => expect(host.texts('Heading')).toContain('People on this work item'));
    host.write('Name of the group', 'Login crew');
    await host.until(() => host.press('Start the group'));
    return host;
  }

  test('proposes no name, and makes none without one', async () => {
    const host = await open({});
    host.press('Start a group…');
    await host.until(() => expect(host.texts('Heading')).toContain('People on this work item'));
    expect(host.field('Name of the group').props['defaultValue'] ?? '').toBe('');
    expect(() => host.button('Start the group')).toThrow('disabled');
  });

  test('names each choice, and takes who is chosen', async () => {
    const host = await open({});
    host.press('Start a group…');
    const box = () => host.all('Checkbox').find(({ props }) => props['label'] === 'Bob Brown (assignee)')?.props;
    await host.until(() => expect(box()?.['isChecked']).toBe(true));
    host.write('Name of the group', 'Login crew');
    await host.until(() => expect(() => host.button('Start the group')).not.toThrow());
    const tick = box()?.['onChange'] as (() => void) | undefined;
    tick?.();
    await host.until(() => expect(box()?.['isChecked']).toBe(false));
    expect(() => host.button('Start the group')).toThrow('disabled');
  });

  test('goes once the group is made, and tells a failed opening from a group that is not made', async () => {
    const host = await fill({ groupBeside: () => ({ ok: true, id }), ...away });
    await host.until(() => expect(flags(host)).toEqual(['The group is made, but could not be opened']));
    await host.until(() => host.button('Start a group…'));
    expect(host.text).not.toContain('The group is not made.');
  });

  test('stays where the group is not made, and says why', async () => {
    const host = await fill({ groupBeside: () => aProblem('service_away') });
    await host.until(() => expect(host.text).toContain(`The group is not made. ${why}`));
    expect(flags(host)).toEqual([]);
  });
});
