import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../measuring/statistics';
import type { LoadJob, LoadResult } from './load-job';
import { type Connection, openConnections } from './open-connections';

/** The load process: carries out one job after the other, as its parent sends them, until it is told to end. */
export function answerJobs(): void {
  process.on('message', (job: LoadJob) => {
    runJob(job).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}

async function runJob(job: LoadJob): Promise<LoadResult> {
  const { connections, ask } = await openConnections(job);
  const times: number[] = [];
  const refused: Record<string, number> = {};
  let next = 0;
  let made = 0;
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const end = began + job.milliseconds;
  const most = job.mostRequests ?? Number.POSITIVE_INFINITY;
  const dueAt = (n: number) => (job.perSecond === undefined ? began : began + (n / job.perSecond) * 1000);
  const run = async (connection: Connection) => {
    while (next < most && performance.now() < end) {
      const n = next++;
      const early = dueAt(n) - performance.now();
      if (early > 0) await wait(early);
      const { request, expected, take } = ask((job.first ?? 0) + n);
      const asked = performance.now();
      const answer = await connection.ask(request);
      times.push(performance.now() - asked);
      if (answer.status === 201) made += 1;
      if (answer.status !== expected) refused[answer.status] = (refused[answer.status] ?? 0) + 1;
      take?.(answer);
    }
  };
  await Promise.all(connections.map(run));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();
  times.sort((one, other) => one - other);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { count: times.length, seconds, p50, p99, cpu: user + system, made, refused };
}
