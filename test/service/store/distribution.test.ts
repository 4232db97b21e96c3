import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { distributeTables } from '../../../src/service/store/distribution/distribute';
import { listReachableSites } from '../../../src/service/store/distribution/sites-by-shard';
import { listWorkers } from '../../../src/service/store/distribution/workers';
import type { Database, Parameter, Statement } from '../../../src/service/store/engine/database';
import { tellServers } from '../../../src/service/store/engine/postgres-options';

const away = new StoreUnavailable('away');

/** An engine that answers statements by their names, and what it was asked. */
function anEngine(answers: Readonly<Record<string, (parameters: readonly Parameter[]) => unknown[]>>) {
  const asked: (readonly [name: string, ...parameters: Parameter[]])[] = [];
  const query = async ({ name }: Statement, parameters: readonly Parameter[]) => {
    asked.push([name, ...parameters]);
    return answers[name]?.(parameters) ?? [];
  };
  const run = async (script: string) => void asked.push([script]);
  const transaction = async (work: (inside: unknown) => unknown) => work({ query, run });
  return { database: { kind: 'postgresql', query, transaction } as unknown as Database, asked };
}

const table = (name: string, refersTo: string[] = [], isDistributed = false) => ({
  name: `s.${name}`,
  is_distributed: isDistributed,
  refers_to: refersTo.map((other) => `s.${other}`),
});
const there = () => [{ is_there: true }];
const spread = { 'select-extension': there, 'select-site-tables': () => [table('retention', [], true)] };

describe('tables', () => {
  test('are spread after those that they refer to, beside the first one, and leave nothing behind', async () => {
    const tables = [table('audit'), table('marker', ['member']), table('member', ['talk']), table('talk', ['talk'])];
    const { database, asked } = anEngine({ 'select-site-tables': () => tables });
    expect(await distributeTables(database)).toEqual(['s.audit', 's.talk', 's.member', 's.marker']);
    expect(asked.slice(1)).toEqual([
      ['distribute-table', 's.audit', 'none'],
      ...['s.talk', 's.member', 's.marker'].map((name) => ['distribute-table', name, 's.audit']),
      ...['s.audit', 's.talk', 's.member', 's.marker'].map((name) => ['truncate-local', name]),
    ]);
  });

  test('that are spread already are left alone, and a new one comes beside them', async () => {
    const { database, asked } = anEngine({
      'select-site-tables': () => [table('old', [], true), table('new', ['old'])],
    });
    expect(await distributeTables(database)).toEqual(['s.new']);
    expect(asked.slice(1)).toEqual([
      ['distribute-table', 's.new', 's.old'],
      ['truncate-local', 's.new'],
    ]);
  });
});

describe('sites, looked for across all of them,', () => {
  const part = { table: 'retention', where: 'true' };

  test('are those that one statement finds, where it does', async () => {
    const { database, asked } = anEngine({});
    expect(await listReachableSites(database, async () => ['a'], [part])).toEqual({ cloudIds: ['a'], isWhole: true });
    expect(asked).toEqual([]);
  });

  test('are those of the servers that answer, and whoever asks is told that some did not', async () => {
    const { database, asked } = anEngine({
      ...spread,
      'ask-shards': () => [
        { is_answered: true, result: '["c", "b"]' },
        { is_answered: false, result: 'failed to connect' },
        { is_answered: true, result: '' },
        { is_answered: true, result: '["a"]' },
      ],
    });
    const found = await listReachableSites(database, () => Promise.reject(away), [{ ...part, limit: 1 }]);
    expect(found).toEqual({ cloudIds: ['a', 'b', 'c'], isWhole: false });
    const command =
      'select json_agg(k.cloud_id) from (select distinct t.cloud_id from %s t where true order by t.cloud_id limit 1) k';
    expect(asked.at(-1)).toEqual(['ask-shards', 's.retention', command]);
  });

  test.each([
    ['the store is one server', { 'select-extension': () => [{ is_there: false }] }, away],
    ['tables could be spread and are not', { ...spread, 'select-site-tables': () => [table('retention')] }, away],
    ['it is a fault of ours', spread, new Error('fault')],
  ])('are not known where they cannot be: %s', async (_what, answers, error) => {
    const { database } = anEngine(answers);
    await expect(listReachableSites(database, () => Promise.reject(error), [part])).rejects.toBe(error);
  });
});

describe('the servers of a cluster', () => {
  const workers = [
    { id: 2, host: 'one', port: 5432 },
    { id: 3, host: 'two', port: 5433 },
  ];

  test('are told each with whether it is reached, which is given up soon', async () => {
    const { database, asked } = anEngine({
      ...spread,
      'select-workers': () => workers,
      'reach-worker': ([host]) => [{ is_reached: host === 'two' }],
    });
    expect(await listWorkers(database)).toEqual([
      { ...workers[0], isReached: false },
      { ...workers[1], isReached: true },
    ]);
    const patience = `set local citus.node_connection_timeout = '1500ms'; set local statement_timeout = '2s'`;
    expect(asked).toContainEqual([patience]);
  });

  test('are asked once more where the first way was closed, and not where nothing is said', async () => {
    const times = new Map<Parameter | undefined, number>();
    const { database } = anEngine({
      ...spread,
      'select-workers': () => workers,
      'reach-worker': ([host]) => {
        times.set(host, (times.get(host) ?? 0) + 1);
        if (host === 'one') throw new StoreUnavailable('slow', { reason: 'slow' });
        return [{ is_reached: times.get(host) === 2 }];
      },
    });
    expect((await listWorkers(database))?.map(({ isReached }) => isReached)).toEqual([false, true]);
    expect([...times]).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
  });

  test('are not known where the engine as a whole is away', async () => {
    const asking = { ...spread, 'select-workers': () => workers };
    const { database } = anEngine({
      ...asking,
      'reach-worker': () => {
        throw away;
      },
    });
    await expect(listWorkers(database)).rejects.toBe(away);
  });

  test('are none where the tables are not spread, and the embedded store is not even asked', async () => {
    const { database, asked } = anEngine({ 'select-extension': () => [{ is_there: false }] });
    expect(await listWorkers(database)).toBeNull();
    expect(await listWorkers({ ...database, kind: 'embedded' })).toBeNull();
    expect(asked).toEqual([['select-extension']]);
  });

  test('are told how long a batch waits for a lock, and that a migration takes its time, each in a message of its own', () => {
    expect(tellServers({})).toEqual([]);
    expect(tellServers({ lockWithin: 250 }).at(-1)).toBe('set local lock_timeout = 250');
    const [, lifted, last] = tellServers({ isUnhurried: true });
    expect([lifted, last]).toEqual(['set local statement_timeout = 0', expect.stringContaining(`commands', 'none'`)]);
  });
});
