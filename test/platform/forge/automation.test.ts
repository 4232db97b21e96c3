import { asUser, route } from '@forge/api';
import { aPerson, openTestPlatform, type TestPlatform, temporaryFolder } from '../test-platform';

describe('the automation rule of the preview', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let test: TestPlatform;
  let received: { readonly payload: object; readonly context: object }[];
  let act: () => unknown;
  beforeEach(async () => {
    place = temporaryFolder();
    received = [];
    act = () => ({ status: 'sent' });
    await open();
  });
  afterEach(async () => {
    await test.close();
    place.remove();
  });

  const open = async () => {
    const handler = (payload: object, context: object) => {
      received.push({ payload, context });
      return act();
    };
    test = await openTestPlatform({ folder: place.folder, handlers: { act: handler } });
  };
  const rule = () => test.app.rules[0] ?? fail('no rule');
  const run = (key: string, handle = 'carla') => rule().run(test.state.findIssue(key) ?? fail(key), aPerson(handle));
  const fail = (what: string): never => {
    throw new Error(what);
  };

  it('puts the smart values in and runs the action as who has set the rule up', async () => {
    const inputs = {
      issueKey: '{{issue.key}}',
      recipient: '{{ issue.assignee.accountId }}',
      message: '{{initiator.displayName}} ran {{rule.name}} on {{issue.summary}}{{issue.nothing}}.',
    };
    expect(rule().change(inputs, aPerson('bob'))).toBeNull();
    const { outcome } = await run('WEB-2');
    expect(outcome).toEqual({ kind: 'done', outputs: { status: 'sent' } });
    expect(received).toMatchObject([
      {
        payload: {
          issueKey: 'WEB-2',
          recipient: aPerson('alice').accountId,
          message: 'Carla Conti ran Tell the assignee on Let people pay by invoice.',
        },
        context: { principal: { accountId: aPerson('bob').accountId } },
      },
    ]);
  });

  it('leaves out what the rule’s person cannot see', async () => {
    rule().change({ message: '{{issue.key}}: {{issue.summary}}' }, aPerson('carla'));
    await run('WEB-9', 'alice');
    expect(received[0]?.payload).toEqual({ message: ': ' });
  });

  it('shows the messages of an action that refuses, and no more than that of one that throws', async () => {
    act = () => ({ errors: [{ message: 'Nobody is assigned.' }] });
    expect((await run('WEB-3')).outcome).toEqual({ kind: 'refused', messages: ['Nobody is assigned.'] });
    const reported = jest.spyOn(console, 'error').mockImplementation(() => {});
    act = () => {
      throw new Error('secret detail');
    };
    expect((await run('WEB-3')).outcome).toEqual({
      kind: 'refused',
      messages: ['The action failed with an unexpected error.'],
    });
    expect(String(reported.mock.calls[0])).toContain('secret detail');
    reported.mockRestore();
  });

  it('asks for consent of the rule’s person where the action needs it', async () => {
    rule().change({}, aPerson('emi'));
    act = () => asUser().requestJira(route`/rest/api/3/myself`);
    expect((await run('WEB-1')).outcome).toEqual({
      kind: 'refused',
      messages: ['Emi Endo, whose rule this is, has to allow the app first.'],
    });
  });

  it('takes declared inputs only, and not too many of them', () => {
    expect(rule().change({ message: 'x', sender: 'me' }, aPerson('bob'))).toBe('The action act has no input sender.');
    expect(rule().change({ message: 'x'.repeat(101 * 1024) }, aPerson('bob'))).toContain('100 KB');
  });

  it('keeps its inputs, its person and its last twenty runs over a restart', async () => {
    rule().change({ message: 'kept' }, aPerson('bob'));
    for (let count = 0; count < 21; count += 1) await run(count === 20 ? 'WEB-1' : 'WEB-2');
    await test.close();
    await open();
    expect(rule().read().inputs).toEqual({ message: 'kept' });
    expect(
      rule()
        .read()
        .runs.map(({ issueKey }) => issueKey),
    ).toEqual(['WEB-1', ...Array(19).fill('WEB-2')]);
    received = [];
    await run('WEB-1');
    expect(received).toMatchObject([{ context: { principal: { accountId: aPerson('bob').accountId } } }]);
  });
});
