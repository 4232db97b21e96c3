import type { CommandRequest } from '../../../src/service/cli/store-access/hand-over';
import { visitSites } from '../../../src/service/cli/store-access/visit-sites';
import { UsageError } from '../../../src/service/cli/terminal/usage-error';
import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';

/** A store with these sites. `isWhole` says whether each of its servers answers; `workers` are null on one server. */
function asking(sites: readonly string[], isWhole = true, workers: readonly unknown[] | null = []) {
  return async ({ command, after }: CommandRequest): Promise<unknown> => {
    if (command === 'store state') return { workers };
    return { cloudId: sites.find((one) => after === null || one > String(after)) ?? null, isWhole };
  };
}

const named = (...sites: string[]) => ({ sites: new Map(sites.map((one) => [one, one])) });

async function visit(
  settings: ReturnType<typeof named>,
  ask: ReturnType<typeof asking>,
  fails: Record<string, Error> = {},
) {
  const visited: string[] = [];
  const walking = visitSites(settings, ask, 'exported', async (cloudId) => {
    visited.push(cloudId);
    if (fails[cloudId]) throw fails[cloudId];
  });
  return { visited, failure: await walking.catch((error: unknown) => error) };
}

test('each site is visited, in their order, and nothing is said', async () => {
  expect(await visit(named('x'), asking(['a', 'b']))).toEqual({ visited: ['a', 'b'], failure: undefined });
});

test('one that is away on a cluster is left out for the others, and told of at the end with the reason', async () => {
  const fails = { a: new StoreUnavailable('Cut.'), b: new StoreUnavailable('Away.') };
  const { visited, failure } = await visit(named(), asking(['a', 'b']), fails);
  expect(visited).toEqual(['a', 'b']);
  expect(failure).toEqual(
    new UsageError(
      'The store stopped to answer for a, b: not exported as a whole. Cut. Do it again once "node bin/aside.cjs doctor" finds every worker.',
    ),
  );
});

test('on one server the first one that fails ends the walk, with its own sentence', async () => {
  const slow = new StoreUnavailable('Cut.', { reason: 'slow' });
  const one = await visit(named(), asking(['a', 'b'], true, null), { a: slow });
  expect(one).toEqual({ visited: ['a'], failure: slow });
});

test('a store that does not even say what it is ends the walk, too', async () => {
  const away = new StoreUnavailable('Away.');
  const sites = asking(['a', 'b']);
  const ask = async (request: CommandRequest) => {
    if (request.command === 'store state') throw new StoreUnavailable('Gone.');
    return sites(request);
  };
  expect(await visit(named(), ask, { a: away })).toEqual({ visited: ['a'], failure: away });
});

test('a running service of the last version, which answers otherwise, refuses', async () => {
  const refusal = new UsageError('Are both of the same version?');
  const ask = async ({ command }: CommandRequest) => {
    if (command === 'site next') return null;
    throw refusal;
  };
  expect((await visit(named(), ask)).failure).toBe(refusal);
});

test('a server that is away is told of with those of the settings that were not found', async () => {
  const { failure } = await visit(named('a', 'x', 'y'), asking(['a'], false));
  expect(String(failure)).toContain(
    'A server of the cluster does not answer: no site on it was exported. Of ASIDE_SITES that may be x, y.',
  );
  expect(String((await visit(named('a'), asking(['a'], false))).failure)).not.toContain('ASIDE_SITES');
});

test('a fault of ours ends the walk', async () => {
  const fault = new Error('fault');
  expect(await visit(named(), asking(['a', 'b']), { a: fault })).toEqual({ visited: ['a'], failure: fault });
});
