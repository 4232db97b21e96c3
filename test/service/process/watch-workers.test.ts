import { StoreUnavailable } from '../../../src/service/errors/store-unavailable';
import { watchWorkers } from '../../../src/service/process/watch-workers';

type Workers = readonly { readonly id: number; readonly isReached: boolean }[] | null;

/** A watch over a store whose workers are what the test says, and what it logs. */
function aWatch(first: Workers) {
  const lines: unknown[] = [];
  const note = (what: unknown, message: string) => void lines.push([message, what]);
  let answer = () => Promise.resolve(first);
  const watch = watchWorkers({ workers: () => answer() }, { info: note, warn: note });
  const look = (next: () => Promise<Workers>) => {
    answer = next;
    return watch.look();
  };
  return { watch, look, lines };
}

const both = (isReached: boolean) => [
  { id: 2, isReached: true },
  { id: 3, isReached },
];

test('a worker that goes and comes is known and logged once, by its number', async () => {
  const { watch, look, lines } = aWatch(null);
  expect(watch.state()).toBeNull();
  await look(async () => both(true));
  expect([watch.state(), lines]).toEqual([{ reached: 2, unreached: [] }, []]);
  await look(async () => both(false));
  await look(async () => both(false));
  expect(watch.state()).toEqual({ reached: 1, unreached: [3] });
  expect(lines).toEqual([['workers of the store unreached', { workers: [3] }]]);
  await look(async () => both(true));
  expect(lines.slice(1)).toEqual([['workers of the store reached again', {}]]);
  await watch.close();
});

test('a store that is away as a whole says nothing of its workers, and nothing is logged for it', async () => {
  const { watch, look, lines } = aWatch(null);
  await look(async () => both(false));
  await look(() => Promise.reject(new StoreUnavailable('away')));
  expect([watch.state()?.unreached, lines.length]).toEqual([[3], 1]);
  await watch.close();
});

test('one server has no workers', async () => {
  const { watch, look, lines } = aWatch(null);
  await look(async () => null);
  expect([watch.state(), lines]).toEqual([null, []]);
  await watch.close();
});
