import { longestText } from '../../../../src/app/definitions';
import { textToDocument } from '../../../../src/document/from-text';
import { aMessage, aPanel, aProblem, aThread, carla } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

// What one does in the panel and then sees, over the real view and the real reconciler.
type Answers = ConstructorParameters<typeof FakeHost>[0];

async function open(answers: Answers, panel: ReturnType<typeof aPanel> = aPanel()) {
  const host = new FakeHost({ open: () => panel, ...answers });
  await host.open();
  await host.until(() => expect(host.text).toContain('Refresh'));
  return host;
}

/** An answer that a test gives when it wants to. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const composer = 'Message to Bob Brown';
const sent = (n: number, text: string) => ({ ok: true, message: aMessage(n, text, { from: 'me' }) });
const invocations = (host: FakeHost, name: string) => host.invoked.filter((it) => it.name === name);

async function writeAndSend(host: FakeHost, text: string) {
  host.write(composer, text);
  await host.until(() => host.press('Send'));
}

describe('sending', () => {
  test('shows the message at once, as typed, and empties the composer', async () => {
    const answer = later<unknown>();
    const host = await open({ send: () => answer.promise });
    const before = host.field(composer);
    await writeAndSend(host, 'Can you **look**?');
    await host.until(() =>
      expect(host.comments).toMatchObject([{ author: 'You', text: 'Can you **look**?', state: 'saving' }]),
    );
    expect(host.field(composer)).not.toBe(before);
    expect(host.field(composer).props['defaultValue']).toBe('');
    answer.resolve(sent(1, 'Can you look?'));
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'there' }]));
    expect(host.invoked.map(({ name }) => name).filter((name) => name !== 'live')).toEqual(['open', 'send']);
  });

  test('says when it failed and why, and sends the same message under the same key when asked again', async () => {
    let tries = 0;
    const host = await open({ send: () => (++tries === 1 ? aProblem('service_away') : sent(1, 'Hello')) });
    await writeAndSend(host, 'Hello');
    await host.until(() =>
      expect(host.comments[0]).toMatchObject({ state: 'failed', text: expect.stringContaining('ot sent.') }),
    );
    expect(host.comments[0]?.text).toContain('The conversation service does not answer');
    expect(host.comments[0]?.actions.map(({ text }) => text)).toEqual(['Retry', 'Discard']);
    host.comments[0]?.act('Retry');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Hello', state: 'there' }]));
    const [first, second] = invocations(host, 'send').map(({ payload }) => payload);
    expect(first).toMatchObject({ with: 'bob', text: 'Hello', key: expect.stringMatching(/^[\x21-\x7e]{1,128}$/) });
    expect(second).toEqual(first);
  });

  test('of another message goes under another key', async () => {
    let n = 0;
    const host = await open({ send: ({ text }: { text: string }) => sent(++n, text) });
    await writeAndSend(host, 'One');
    await host.until(() => expect(host.comments).toHaveLength(1));
    await writeAndSend(host, 'Two');
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'there' }, { state: 'there' }]));
    const keys = invocations(host, 'send').map(({ payload }) => payload['key']);
    expect(new Set(keys).size).toBe(2);
  });

  test('goes out in the order of writing, the next one when the one before has arrived', async () => {
    const first = later<unknown>();
    const host = await open({
      send: ({ text }: { text: string }) => (text === 'One' ? first.promise : sent(2, text)),
    });
    await writeAndSend(host, 'One');
    await writeAndSend(host, 'Two');
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'saving' }, { state: 'saving' }]));
    const asked = () => invocations(host, 'send').map(({ payload }) => payload['text']);
    await host.until(() => expect(asked()).toEqual(['One']));
    first.resolve(sent(1, 'One'));
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'there' }, { state: 'there' }]));
    expect(asked()).toEqual(['One', 'Two']);
  });

  test.each([
    ['service_away', 'Perhaps not sent.', 2],
    ['blocked', 'Not sent.', 1],
  ])(
    'that failed by %s says “%s”, and giving it up looks again where it may have arrived',
    async (code, words, opens) => {
      const host = await open({ send: () => aProblem(code) });
      await writeAndSend(host, 'Hello');
      await host.until(() => expect(host.comments[0]?.text).toContain(words));
      host.comments[0]?.act('Discard');
      await host.until(() => expect(host.comments).toEqual([]));
      await host.until(() => expect(invocations(host, 'open')).toHaveLength(opens));
    },
  );

  test('happens once for two clicks in a row', async () => {
    const host = await open({ send: () => sent(1, 'Hello') });
    host.write(composer, 'Hello');
    const press = await host.until(() => host.button('Send'));
    press();
    press();
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'there' }]));
    expect(invocations(host, 'send')).toHaveLength(1);
  });

  test('that failed can be given up', async () => {
    const host = await open({ send: () => aProblem('blocked') });
    await writeAndSend(host, 'Hello');
    await host.until(() => host.comments[0]?.act('Discard'));
    await host.until(() => expect(host.comments).toEqual([]));
  });

  test('is not offered beyond the longest text, and the counter shows only near it', async () => {
    const host = await open({});
    host.write(composer, 'x'.repeat(longestText * 0.8 - 1));
    await host.until(() => expect(() => host.press('Refresh')).not.toThrow());
    expect(host.text).not.toContain('characters');
    host.write(composer, 'x'.repeat(longestText - 20));
    await host.until(() => expect(host.text).toContain('20 characters left'));
    host.write(composer, 'x'.repeat(longestText + 3));
    await host.until(() => expect(host.text).toContain('3 characters too many'));
    expect(host.field(composer).props['isInvalid']).toBe(true);
    expect(() => host.press('Send')).toThrow('disabled');
  });
});

describe('editing', () => {
  const mine = aPanel({ threads: [aThread([aMessage(1, 'Teh page', { from: 'me' })])] });

  async function edit(host: FakeHost, text: string) {
    host.comments[0]?.act('Edit');
    await host.until(() => expect(host.field('Edit your message').props['defaultValue']).toBe('Teh page'));
    host.write('Edit your message', text);
  }

  test('puts the new words in the place of the old, marked as edited', async () => {
    const host = await open(
      { edit: () => ({ ok: true, body: textToDocument('The page'), editedAt: '2026-03-04T06:00:00.000Z' }) },
      mine,
    );
    await edit(host, 'The page');
    await host.until(() => host.press('Save'));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'The page', edited: 'Edited Mar 4' }]));
    expect(invocations(host, 'edit')[0]?.payload).toEqual({ with: 'bob', id: aMessage(1, '').id, text: 'The page' });
  });

  test('that fails says so and keeps what was written', async () => {
    const host = await open({ edit: () => aProblem('gone') }, mine);
    await edit(host, 'The page');
    const field = host.field('Edit your message');
    await host.until(() => host.press('Save'));
    await host.until(() => expect(host.text).toContain('Your change is not saved. It was deleted meanwhile.'));
    expect(host.field('Edit your message')).toBe(field);
    host.press('Save');
    await host.until(() => expect(invocations(host, 'edit')).toHaveLength(2));
    expect(invocations(host, 'edit')[1]?.payload['text']).toBe('The page');
  });

  test('can be cancelled', async () => {
    const host = await open({}, mine);
    await edit(host, 'The page');
    host.press('Cancel');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Teh page' }]));
    expect(invocations(host, 'edit')).toEqual([]);
  });
});

describe('deleting', () => {
  const mine = aPanel({ threads: [aThread([aMessage(1, 'Wrong window', { from: 'me' })])] });

  test('asks first, and leaves a mark without words', async () => {
    const host = await open({ remove: () => ({ ok: true, deletedAt: '2026-03-04T06:00:00.000Z' }) }, mine);
    host.comments[0]?.act('Delete');
    await host.until(() => expect(host.text).toContain('Its words are erased for good'));
    expect(invocations(host, 'remove')).toEqual([]);
    host.press('Delete message');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Message deleted', menu: null }]));
  });

  test('can be thought better of', async () => {
    const host = await open({}, mine);
    host.comments[0]?.act('Delete');
    await host.until(() => host.press('Keep it'));
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Wrong window' }]));
  });

  test('that fails says so', async () => {
    const host = await open({ remove: () => aProblem('service_away') }, mine);
    host.comments[0]?.act('Delete');
    await host.until(() => host.press('Delete message'));
    await host.until(() => expect(host.text).toContain('The message is not deleted.'));
    expect(host.comments[0]?.text).toContain('Wrong window');
  });
});

describe('looking around', () => {
  test('older messages come above the others, until the first is there', async () => {
    const page = { messages: [aMessage(3, 'Third')], before: aMessage(3, '').id };
    const older = { ok: true, messages: [aMessage(1, 'First'), aMessage(2, 'Second')], before: null };
    const host = await open({ page: () => older }, aPanel({ threads: [aThread([], { page })] }));
    host.press('Show older messages');
    await host.until(() => expect(host.comments.map(({ text }) => text)).toEqual(['First', 'Second', 'Third']));
    expect(invocations(host, 'page')[0]?.payload).toEqual({ with: 'bob', before: page.before });
    expect(host.text).not.toContain('Show older messages');
  });

  test('older messages that do not come say so, and can be asked for again', async () => {
    let tries = 0;
    const page = { messages: [aMessage(3, 'Third')], before: aMessage(3, '').id };
    const older = { ok: true, messages: [aMessage(2, 'Second')], before: null };
    const host = await open(
      { page: () => (++tries === 1 ? aProblem('service_away') : older) },
      aPanel({ threads: [aThread([], { page })] }),
    );
    host.press('Show older messages');
    await host.until(() => expect(host.text).toContain('The conversation service does not answer'));
    host.press('Try again');
    await host.until(() => expect(host.comments).toHaveLength(2));
  });

  const two = aPanel({
    threads: [
      aThread([aMessage(1, 'From Bob')]),
      aThread([aMessage(2, 'From Carla')], { person: carla, isAssignee: false }),
    ],
  });
  test('one switches between people, the assignee first, and finds unsent words again', async () => {
    const host = await open({}, two);
    expect(host.texts('Button').slice(0, 2)).toEqual(['Bob Brown (assignee)', 'Carla Diaz']);
    host.write(composer, 'Half a thought');
    host.press('Carla Diaz');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'From Carla' }]));
    expect(host.field('Message to Carla Diaz').props['defaultValue']).toBe('');
    host.press('Bob Brown (assignee), draft');
    await host.until(() => expect(host.field(composer).props['defaultValue']).toBe('Half a thought'));
  });

  test('an answer goes to the one whose thread is shown', async () => {
    const host = await open({ send: () => sent(9, 'For Carla') }, two);
    host.press('Carla Diaz');
    await host.until(() => host.write('Message to Carla Diaz', 'For Carla'));
    await host.until(() => host.press('Send'));
    await host.until(() => expect(host.comments).toHaveLength(2));
    // It is shown before it is asked for.
    await host.until(() => expect(invocations(host, 'send')[0]?.payload['with']).toBe('carla'));
  });

  test('a thread that was not carried is asked for when it is looked at', async () => {
    const host = await open(
      { page: () => ({ ok: true, messages: [aMessage(5, 'Here')], before: null }) },
      aPanel({ threads: [aThread(), aThread([], { person: carla, isAssignee: false, page: null })] }),
    );
    expect(invocations(host, 'page')).toEqual([]);
    host.press('Carla Diaz');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'Here' }]));
    expect(invocations(host, 'page')).toMatchObject([{ payload: { with: 'carla' } }]);
  });
});

describe('refreshing', () => {
  test('shows what came meanwhile and keeps what failed to be sent', async () => {
    let opened = 0;
    const host = await open({
      open: () => aPanel({ threads: [aThread(++opened === 1 ? [] : [aMessage(1, 'News')])] }),
      send: () => aProblem('service_away'),
    });
    await writeAndSend(host, 'Unsent');
    await host.until(() => expect(host.comments).toMatchObject([{ state: 'failed' }]));
    host.press('Refresh');
    await host.until(() => expect(host.comments).toMatchObject([{ text: 'News' }, { state: 'failed' }]));
  });

  test('that fails says so above what was there', async () => {
    let opened = 0;
    const host = await open({
      open: () => (++opened === 1 ? aPanel({ threads: [aThread([aMessage(1, 'Old')])] }) : aProblem('service_away')),
    });
    host.press('Refresh');
    await host.until(() => expect(host.text).toContain('The conversation service does not answer'));
    expect(host.comments).toMatchObject([{ text: 'Old' }]);
  });
});
