import type { Worker } from '../store/distribution/workers';
import { type Finding, finding } from './finding';

/** The servers of a cluster, each that is away by its number, as `/readyz` and the log name it, and its address. */
export function checkWorkers(workers: readonly Worker[]): Finding[] {
  const away = workers.filter(({ isReached }) => !isReached);
  if (away.length === 0) return [finding('ok', 'workers', `Each of the cluster's ${workers.length} workers answers.`)];
  return away.map(({ id, host, port }) => {
    const words = `Worker ${id} (${host}:${port}) does not answer: its sites are answered 503. Start it, or promote its stand-by.`;
    return finding('warn', 'workers', words);
  });
}
