import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks, and the step in which delays are measured. */
const interval = 500;
const resolution = 20;

export interface LagWatch {
  /** The process was late by more than the limit in both of the last two looks: not a hiccup, more work than it can do. */
  isBehind(): boolean;
  close(): void;
}

/** Watches how late this process is with its work. `limit` is in milliseconds; 0 watches nothing. */
export function watchLag(limit: number): LagWatch {
  if (limit === 0) return { isBehind: () => false, close: () => {} };
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let lateLooks = 0;
  const timer = setInterval(() => {
    // What is measured includes the step itself. There is no mean where the process did not get to measure at all.
    const mean = delays.count > 0 ? delays.mean / 1e6 - resolution : 0;
    lateLooks = mean > limit ? lateLooks + 1 : 0;
    delays.reset();
  }, interval);
  timer.unref();
  return {
    isBehind: () => lateLooks >= 2,
    close: () => {
      clearInterval(timer);
      delays.disable();
    },
  };
}
