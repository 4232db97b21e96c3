import { alice, bob, FakeJira } from '../fake-jira';
import { ForgeRuntime, type Remote } from '../forge-runtime';

// The platform ends a resolver after 25 seconds without a word; before that it has to have said what did not answer.
const never = new Promise<never>(() => undefined);
let jira: FakeJira;
let forge: ForgeRuntime;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  jira = new FakeJira();
  jira.issues.set('10001', { key: 'WEB-1', assignee: bob });
  forge = new ForgeRuntime(jira, async () => Response.json({ values: [], cursor: '', limit: 25, size: 0 }));
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const slow =
  (seconds: number, remote: Remote): Remote =>
  async (request) => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return remote(request);
  };

/** What the resolver has answered by then; undefined while it has not. */
async function answerAfter(seconds: number, answer: Promise<unknown>): Promise<unknown> {
  let given: unknown;
  void answer.then((it) => {
    given = it;
  });
  for (let second = 0; second < seconds; second += 1) await jest.advanceTimersByTimeAsync(1_000);
  return given;
}

test('a Jira that never answers is said to be away', async () => {
  forge.faults.of.jira = () => never;
  const ask = { with: bob.accountId, text: 'Hi', key: 'k' };
  const answer = forge.invoke(alice.accountId, 'send', ask);
  expect(await answerAfter(21, answer)).toEqual({ ok: false, problem: { code: 'jira_away' } });
});

test('many calls, none of which is slow enough to be given up, end together before the platform ends them', async () => {
  const conversation = { id: 'c', type: 'group', role: null };
  forge.remote = slow(8, async () => Response.json({ values: [conversation], cursor: 'more', limit: 25, size: 1 }));
  const answer = forge.invoke(alice.accountId, 'inboxList', { list: 'all', cursor: '' });
  expect(await answerAfter(21, answer)).toEqual({ ok: false, problem: { code: 'service_away' } });
});

test('the time of one call is none of another’s', async () => {
  const remote = slow(8, async () => Response.json({ values: [], cursor: '', limit: 25, size: 0 }));
  for (let turn = 0; turn < 4; turn += 1) {
    // The platform signs the call first, which takes time that no clock of a test moves.
    const asked = new Promise<void>((resolve) => {
      forge.remote = (request) => {
        resolve();
        return remote(request);
      };
    });
    const answer = forge.invoke(alice.accountId, 'inboxList', { list: 'all', cursor: '' });
    await asked;
    expect(await answerAfter(9, answer)).toMatchObject({ ok: true, entries: [] });
  }
});
