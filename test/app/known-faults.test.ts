import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleName } from '../../platform/rules/rules';
import { knownFaults, looseRules } from '../../preview/start/known-faults';
import { alice, aUser, bob, FakeJira } from './fake-jira';
import { ForgeRuntime } from './forge-runtime';

// Each fault as it shows under its rule. Once the app has been mended it does not show any more: take its entry out.
type Fault = (typeof knownFaults)[number]['rule'];

const shows: Readonly<Record<Fault, (loosened: readonly RuleName[]) => Promise<boolean>>> = {
  'nobody-listening-has-no-event-id': async (loosened) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await open(loosened).invoke(alice.accountId, 'send', { with: bob.accountId, text: 'Hi', key: 'k' });
    const lines = warn.mock.calls.map(([line]) => String(line));
    warn.mockRestore();
    return lines.some((line) => line.startsWith('No live hint'));
  },
  'rights-of-others-are-not-told': async (loosened) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const forge = open(loosened);
    const stranger = aUser('557058:da4a', 'Dana Doe');
    forge.jira.users.push(stranger);
    const answer = await forge.invoke(alice.accountId, 'send', { with: stranger.accountId, text: 'Hi', key: 'k' });
    warn.mockRestore();
    return !answer.ok;
  },
  'searches-by-permission-look-at-a-range': async (loosened) => {
    const forge = open(loosened);
    const crowd = Array.from({ length: 60 }, (_, n) => aUser(`557058:${n}`, `Person ${n}`));
    forge.jira.users.push(...crowd, aUser('557058:2ed', 'Zed Last'));
    const answer = await forge.invoke(alice.accountId, 'findPeople', { text: 'Zed' });
    return answer.ok && answer.people.length === 0;
  },
  'entries-serve-jira-alone': async (loosened) => {
    try {
      open(loosened);
      return false;
    } catch {
      return true;
    }
  },
};

/** Under this rule and without the others of the list. */
function open(loosened: readonly RuleName[]): ForgeRuntime {
  const jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  const remote = async ({ method }: { readonly method: string }) =>
    method === 'POST'
      ? Response.json({ id: '01890000-0000-7000-8000-000000000001' }, { status: 201 })
      : Response.json({ values: [], before: null, after: null, cursor: '', limit: 25, size: 0 });
  return new ForgeRuntime(jira, remote, undefined, { loosened });
}

test.each(knownFaults.map(({ rule }) => rule))('%s still shows, and not once its rule is loosened', async (rule) => {
  const others = looseRules.filter((name) => name !== rule);
  expect(await shows[rule](others)).toBe(true);
  expect(await shows[rule](looseRules)).toBe(false);
});

test('each fault names a place that is there, once', () => {
  expect(new Set(looseRules).size).toBe(looseRules.length);
  const root = join(__dirname, '..', '..');
  for (const { place } of knownFaults) expect(existsSync(join(root, place))).toBe(true);
});
