import type { Database } from '../../src/service/store/engine/database';
import { openStoreOn, type Store } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { aQuery, aWindow } from '../shared/store/builders';
import { type AskedStatement, recordStatements } from '../shared/store/record-statements';
import type { Contender } from './contenders/contender';
import type { SeededSite } from './load/load-job';
import { percentile } from './measuring/statistics';
import type { Stage } from './stage';

type Call = (store: Store, n: number) => Promise<unknown>;

/** The statements of a page alone, one after the other on one connection: what a page over HTTP is held against. */
export async function timeStatements({ database, small, large }: Stage): Promise<Contender[]> {
  const asked: AskedStatement[] = [];
  const recording = recordStatements(database, (one) => asked.push(one));
  const store = await openStoreOn(recording, { now: () => new Date(), newId: newMessageId });
  const contender = async (name: string, call: Call): Promise<Contender> => {
    asked.length = 0;
    for (let n = 0; n < 200; n += 1) await call(store, n);
    const statements = [...asked];
    return { name, nodes: [], usesPostgres: true, run: (seconds) => runStatements(database, statements, seconds) };
  };
  return [
    await contender('SQL alone, history of 20, small site', readHistory(small)),
    await contender('SQL alone, history of 20, large site', readHistory(large)),
    await contender('SQL alone, list of 25, small site', readList(small)),
    await contender('SQL alone, list of 25, large site', readList(large)),
  ];
}

function readHistory({ cloudId, people }: SeededSite): Call {
  return (store, n) => {
    const place = (n * 37) % people;
    return store.readDirect(cloudId, `user:${place}`, `user:${(place * 7 + 1) % people}`, aWindow({ limit: 20 }));
  };
}

function readList({ cloudId, people }: SeededSite): Call {
  const page = { cloudId, limit: 25, order: 'activity', sort: 'desc', expandActivity: true } as const;
  return (store, n) => store.listConversations(aQuery({ ...page, callerId: `user:${(n * 37) % people}` }));
}

async function runStatements(database: Database, statements: readonly AskedStatement[], seconds: number) {
  const times: number[] = [];
  const began = performance.now();
  for (let n = 0; performance.now() - began < seconds * 1000; n += 1) {
    const one = statements[n % statements.length];
    if (!one) break;
    const asked = performance.now();
    await database.query(one.statement, one.parameters);
    times.push(performance.now() - asked);
  }
  const took = (performance.now() - began) / 1000;
  times.sort((one, other) => one - other);
  return { count: times.length, seconds: took, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}
