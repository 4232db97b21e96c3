import type { Happening } from '../wire/wire';
import type { Happenings } from './happenings';

/** What something cost the app on the platform. All are counts. */
export interface Cost {
  readonly points: number;
  readonly invocations: number;
  readonly jiraCalls: number;
  readonly remoteCalls: number;
  /** Signing, publishing and subscribing. */
  readonly realtimeOperations: number;
  readonly storageOperations: number;
  readonly pushes: number;
  readonly logLines: number;
}

const nothing: Cost = {
  points: 0,
  invocations: 0,
  jiraCalls: 0,
  remoteCalls: 0,
  realtimeOperations: 0,
  storageOperations: 0,
  pushes: 0,
  logLines: 0,
};

const counted: Partial<Readonly<Record<Happening['kind'], keyof Cost>>> = {
  invocation: 'invocations',
  jira: 'jiraCalls',
  remote: 'remoteCalls',
  realtime: 'realtimeOperations',
  storage: 'storageOperations',
  queue: 'pushes',
  log: 'logLines',
};

export interface Meter {
  /** Since the room was opened. */
  read(): Cost;
  /** What this does until it has ended. What runs beside it is counted too. */
  costOf(action: () => Promise<unknown>): Promise<Cost>;
}

export function openMeter(happenings: Happenings): Meter {
  let total = nothing;
  happenings.listen(({ kind, outcome, points }) => {
    const column = counted[kind];
    if (outcome === null && column !== undefined) total = { ...total, [column]: total[column] + 1 };
    if (outcome !== null) total = { ...total, points: total.points + points };
  });
  return {
    read: () => total,
    costOf: async (action) => {
      const before = total;
      await action();
      const names = Object.keys(nothing) as (keyof Cost)[];
      return Object.fromEntries(names.map((name) => [name, total[name] - before[name]])) as unknown as Cost;
    },
  };
}
