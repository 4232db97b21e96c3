import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadJob, LoadResult } from './load-job';

export interface LoadProcess {
  readonly pid: number;
  run(job: LoadJob): Promise<LoadResult>;
  close(): Promise<void>;
}

/** Starts this program once more, as the one that asks: what measures and what is measured share no event loop. */
export function startLoadProcess(): LoadProcess {
  const child = fork(__filename, ['load']);
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    async run(job) {
      child.send(job);
      const [answer]: [{ result?: LoadResult; error?: string }] = (await Promise.race([
        once(child, 'message'),
        ended.then(() => [{ error: 'The load process has ended.' }]),
      ])) as [{ result?: LoadResult; error?: string }];
      if (answer.result === undefined) throw new Error(answer.error);
      return answer.result;
    },
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
