import { alice, bob, FakeJira } from '../../fake-jira';
import { callService } from '../../forge/call-service';
import { runAppForSuite } from '../../forge/running-app';
import { ForgeRuntime, site } from '../../forge-runtime';
import { expectAnswer } from '../expect-answer';

// Drafts with the real service behind them. People are made anew for each test.
const app = runAppForSuite();
let jira: FakeJira;
let forge: ForgeRuntime;
let people = 0;
let issueId: string;
let ann: typeof alice;
let ben: typeof alice;

beforeEach(() => {
  jira = new FakeJira();
  people += 1;
  issueId = String(90_000 + people);
  ann = { ...alice, accountId: `${alice.accountId}-d${people}` };
  ben = { ...bob, accountId: `${bob.accountId}-d${people}` };
  jira.users.push(ann, ben);
  jira.issues.set(issueId, { key: 'WEB-1', assignee: ben, reporter: ann });
  forge = new ForgeRuntime(jira, app.remote);
});

const toBen = () => ({ with: ben.accountId, message: null });
const find = async (at: object = toBen()) =>
  expectAnswer(await forge.invoke(ann.accountId, 'draft', at as never, { issueId })).draft;
const save = async (written: object, revision: string | null = null, at: object = toBen()) =>
  expectAnswer(await forge.invoke(ann.accountId, 'draftSave', { ...at, ...written, revision } as never, { issueId }));
const revisionOf = (saved: Awaited<ReturnType<typeof save>>) => {
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  return saved.revision;
};
const send = async (more: object = {}) => {
  const ask = { with: ben.accountId, text: 'Hello', key: crypto.randomUUID(), ...more };
  return expectAnswer(await forge.invoke(ann.accountId, 'send', ask, { issueId })).message;
};

const document = {
  version: 1,
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Hi ' },
        { type: 'mention', attrs: { id: '557058:b0b', text: '@Written' } },
      ],
    },
  ],
};

test('a draft comes back as it was written, beside its issue, before there is a conversation', async () => {
  expect(await find()).toBeNull();
  const first = revisionOf(await save({ text: 'Half **a' }));
  expect(await find()).toEqual({ revision: first, words: { document: null, markdown: 'Half **a' } });
  const second = revisionOf(await save({ document }, first));
  const found = await find();
  expect(found).toMatchObject({ revision: second, words: { markdown: expect.stringContaining('Hi') } });
  // Nobody's name comes from the service: the view asks Jira for it.
  expect(JSON.stringify(found)).not.toContain('@Written');
  expect(await save({ text: 'late' }, first)).toMatchObject({ outcome: 'moved-on' });
  jira.issues.set('99999', { key: 'WEB-9', assignee: ben });
  const elsewhere = await forge.invoke(ann.accountId, 'draft', toBen() as never, { issueId: '99999' });
  expect(expectAnswer(elsewhere).draft).toBeNull();
});

test('a send takes its draft along, and so does an edit; the list and the panel tell of it until then', async () => {
  const message = await send();
  const opened = async () => expectAnswer(await forge.invoke(ann.accountId, 'open', {}, { issueId })).threads;
  const listed = async () =>
    expectAnswer(await forge.invoke(ann.accountId, 'inboxList', { list: 'all', cursor: '' })).entries;
  expect([(await opened())[0]?.hasDraft, (await listed())[0]?.hasDraft]).toEqual([false, false]);
  const draft = revisionOf(await save({ text: 'Next' }));
  expect([(await opened())[0]?.hasDraft, (await listed())[0]?.hasDraft]).toEqual([true, true]);
  await send({ draft });
  expect([await find(), (await opened())[0]?.hasDraft]).toEqual([null, false]);

  const edit = { with: ben.accountId, message: message.id };
  const edited = revisionOf(await save({ text: 'Hello there' }, null, edit));
  const ask = { with: ben.accountId, id: message.id, text: 'Hello there', draft: edited };
  expectAnswer(await forge.invoke(ann.accountId, 'edit', ask, { issueId }));
  expect(await find(edit)).toBeNull();
});

test('what is thrown away is that revision and no other', async () => {
  const first = revisionOf(await save({ text: 'one' }));
  const second = revisionOf(await save({ text: 'two' }, first));
  const drop = async (revision: string) =>
    expectAnswer(await forge.invoke(ann.accountId, 'draftDrop', { ...toBen(), revision } as never, { issueId }));
  await drop(first);
  expect(await find()).not.toBeNull();
  await drop(second);
  expect(await find()).toBeNull();
});

test('where an administrator has switched drafts off, none is kept, shown or told of', async () => {
  await send();
  await save({ text: 'Begun' });
  forge.kvs.write('switches', { isOn: true, projectsOff: [], rulesMaySend: true, keepsDrafts: false });
  expect([await find(), await save({ text: 'more' })]).toEqual([null, { ok: true, outcome: 'not-kept' }]);
  const { entries } = expectAnswer(await forge.invoke(ann.accountId, 'inboxList', { list: 'all', cursor: '' }));
  const { threads } = expectAnswer(await forge.invoke(ann.accountId, 'open', {}, { issueId }));
  expect([entries[0]?.hasDraft, threads[0]?.hasDraft]).toEqual([false, false]);
});

test('with a service of the release before nothing is kept, and nothing fails', async () => {
  const remote: typeof app.remote = async (call, ...rest) =>
    /\/draft(\?|$)/.test(call.path)
      ? app.remote({ ...call, path: '/site/nowhere' }, ...rest)
      : app.remote(call, ...rest);
  forge = new ForgeRuntime(jira, remote);
  expect([await find(), await save({ text: 'Begun' })]).toEqual([null, { ok: true, outcome: 'not-kept' }]);
  expect((await send({ draft: crypto.randomUUID() })).body).not.toBeNull();
});

test('nobody finds the draft of another', async () => {
  await save({ text: 'Secret' });
  const ask = { with: ann.accountId, message: null };
  expect(expectAnswer(await forge.invoke(ben.accountId, 'draft', ask, { issueId })).draft).toBeNull();
  const listed = await callService(forge, ben.accountId)(`/site/${site}/draft`, { method: 'GET', headers: {} });
  expect(JSON.parse(await listed.text())).toMatchObject({ values: [] });
});

test('what was sent without the consent that the platform asks for then is a draft, and nothing was sent', async () => {
  jira.withoutConsent.add(ann.accountId);
  const ask = { with: ben.accountId, text: 'Typed and sent at once', key: crypto.randomUUID() };
  await expect(forge.invoke(ann.accountId, 'send', ask, { issueId })).rejects.toThrow('Authentication Required');
  jira.withoutConsent.clear();
  const found = await find();
  expect(found?.words).toEqual({ document: null, markdown: 'Typed and sent at once' });
  await send({ text: 'Typed and sent at once', draft: found?.revision });
  expect(await find()).toBeNull();
});
