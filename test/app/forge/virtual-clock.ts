/** The clock of a test. Queues and storage of the seam read it; only a test moves it. */
export interface VirtualClock {
  /** Milliseconds since the epoch. */
  now(): number;
  moveTo(time: number): void;
}

/** Everything that runs by itself stays real: sockets, timers and the embedded store must not stand still. */
const realOnes = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/**
 * Makes `Date` of this test file stand still until the clock moves it: the app, the service in this process and the
 * signer of tokens all see the same time. End it with `jest.useRealTimers()`.
 */
export function startVirtualClock(start = Date.parse('2026-11-23T09:00:00Z')): VirtualClock {
  jest.useFakeTimers({ now: start, doNotFake: [...realOnes] });
  return {
    now: () => Date.now(),
    moveTo: (time) => {
      if (time > Date.now()) jest.setSystemTime(time);
    },
  };
}

/** The time as it is: for tests in which nothing depends on it. It cannot be moved. */
export const wallClock: VirtualClock = {
  now: () => Date.now(),
  moveTo: () => {
    throw new Error('Give ForgeRuntime a clock of startVirtualClock() to move the time');
  },
};
