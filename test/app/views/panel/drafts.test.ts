import { aMessage, aPanel, aProblem, aThread, carla } from '../builders';
import { FakeHost, letReactFinish } from '../fake-host';

afterAll(letReactFinish);

// What becomes of words that are not sent, over the real view and the real reconciler, without a frame.
const composer = 'Message to Bob Brown';
const words = (markdown: string) => ({ document: null, markdown });
const sent = (n: number, text: string) => ({ ok: true, message: aMessage(n, text, { from: 'me' }) });
const invocations = (host: FakeHost, name: string) =>
  host.invoked.filter((it) => it.name === name).map(({ payload }) => payload);

type Answers = ConstructorParameters<typeof FakeHost>[0];

/** A service that keeps one draft, or has one already. */
function keeping(there: { revision: string; words: object } | null = null) {
  let revisions = 0;
  const answers: Answers = {
    draft: () => ({ ok: true, draft: there }),
    draftSave: () => {
      revisions += 1;
      return { ok: true, outcome: 'saved', revision: `r${revisions}` };
    },
    draftDrop: () => ({ ok: true }),
  };
  return answers;
}

async function open(answers: Answers, threads = [aThread([aMessage(1, 'Hello')])]) {
  const host = new FakeHost({ open: () => aPanel({ threads }), ...answers });
  await host.open();
  await host.until(() => expect(host.text).toContain('Refresh'));
  return host;
}
const at = { with: 'bob', message: null };

test('what was begun before stands in the field once the place is open, and nothing is asked where there is none', async () => {
  const host = await open(keeping({ revision: 'r0', words: words('Half a thought') }), [
    aThread([aMessage(1, 'Hello')], { hasDraft: true }),
  ]);
  await host.until(() => expect(host.field(composer).props['defaultValue']).toBe('Half a thought'));
  expect(invocations(host, 'draft')).toEqual([at]);
  host.press('Send');
  await host.until(() => expect(invocations(host, 'send')).toMatchObject([{ text: 'Half a thought', draft: 'r0' }]));

  const none = await open(keeping());
  none.write(composer, 'Hi');
  await none.until(() => expect(invocations(none, 'draftSave')).toEqual([{ ...at, text: 'Hi', revision: null }]));
  expect(invocations(none, 'draft')).toEqual([]);
});

test('what is typed is saved after a pause, and its send names it', async () => {
  const host = await open({ ...keeping(), send: () => sent(2, 'Hello Bob') });
  host.write(composer, 'Hello');
  host.write(composer, 'Hello Bob');
  await host.until(() =>
    expect(invocations(host, 'draftSave')).toEqual([{ ...at, text: 'Hello Bob', revision: null }]),
  );
  await host.until(() => host.press('Send'));
  await host.until(() => expect(invocations(host, 'send')).toMatchObject([{ text: 'Hello Bob', draft: 'r1' }]));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect([invocations(host, 'draftSave').length, invocations(host, 'draftDrop')]).toEqual([1, []]);
});

test('a message that failed is kept as a draft before what is written since, until it is discarded', async () => {
  const host = await open({ ...keeping(), send: () => aProblem('service_away') });
  host.write(composer, 'First');
  await host.until(() => host.press('Send'));
  await host.until(() => expect(host.comments.at(-1)?.state).toBe('failed'));
  await host.until(() => expect(invocations(host, 'draftSave').at(-1)).toMatchObject({ text: 'First' }));
  host.write(composer, 'Second');
  await host.until(() =>
    expect(invocations(host, 'draftSave').at(-1)).toMatchObject({ text: 'First\n\nSecond', revision: 'r1' }),
  );
  host.comments.at(-1)?.act('Discard');
  await host.until(() => expect(invocations(host, 'draftSave').at(-1)).toMatchObject({ text: 'Second' }));
});

test('while nothing can be saved the view says so, and no longer once it can', async () => {
  let isAway = true;
  const kept = keeping();
  const host = await open({
    ...kept,
    draftSave: (payload) => (isAway ? aProblem('service_away') : kept.draftSave?.(payload)),
  });
  host.write(composer, 'Hello');
  await host.until(() => expect(host.text).toContain('as long as this page is open'));
  isAway = false;
  host.write(composer, 'Hello Bob');
  await host.until(() => expect(host.text).not.toContain('as long as this page is open'));
});

test('of two drafts one chooses, and can take the other', async () => {
  const host = await open({
    ...keeping({ revision: 'r9', words: words('From elsewhere') }),
    draftSave: ({ revision }: { revision: string | null }) =>
      revision === 'r9' ? { ok: true, outcome: 'saved', revision: 'r10' } : { ok: true, outcome: 'moved-on' },
  });
  host.write(composer, 'From here');
  await host.until(() => expect(host.text).toContain('Draft changed elsewhere'));
  host.press('Take the other draft');
  await host.until(() => expect(host.field(composer).props['defaultValue']).toBe('From elsewhere'));
  expect(host.text).not.toContain('Draft changed elsewhere');
});

test('whom one has begun to write to says so in the list of people', async () => {
  const host = await open({ ...keeping() }, [
    aThread([aMessage(1, 'Hello')]),
    aThread([aMessage(2, 'Hi')], { person: carla, isAssignee: false, hasDraft: true }),
  ]);
  expect(host.text).toContain('Carla Diaz, draft');
});
