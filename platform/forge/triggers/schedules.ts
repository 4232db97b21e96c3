import type { Clock } from '../../clock/clock';
import type { KeptMap } from '../../clock/kept-map';
import type { ScheduleModule } from '../../manifest/app-manifest';
import type { Schedule } from '../../wire/wire';
import type { FaultModes } from '../functions/fault-modes';
import type { FunctionRunner } from '../functions/function-runner';

const minute = 60_000;
const lengths: Readonly<Record<ScheduleModule['interval'], number>> = {
  fiveMinute: 5 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  week: 7 * 24 * 60 * minute,
};
/** The platform starts a schedule about five minutes after a deployment. */
const firstWait = 5 * minute;
/** In seconds, unless manifest.yml says another time. */
const timeLimit = 55;

export interface Schedules {
  list(): readonly Schedule[];
  /** Runs one now, as its time would. @returns null for an unknown one. @throws what its function throws. */
  run(key: string): Promise<Schedule | null>;
  /** From now on each runs at its times. A run that fails is said on the console and not tried again. */
  start(): void;
  close(): void;
}

export interface ScheduleParts {
  readonly cloudId: string;
  readonly modules: readonly ScheduleModule[];
  readonly runner: FunctionRunner;
  readonly modes: FaultModes;
  readonly clock: Clock;
  readonly kept: KeptMap<{ lastRun: number }>;
}

/** The scheduled triggers of the app: for nobody, without a retry, also when the time came while the room was closed. */
export function createSchedules({ cloudId, modules, runner, modes, clock, kept }: ScheduleParts): Schedules {
  const timers = new Map<string, () => void>();
  const lastRunOf = (key: string): number | undefined => kept.get(`schedule/${key}`)?.lastRun;
  const describe = ({ key, interval }: ScheduleModule): Schedule => {
    const lastRun = lastRunOf(key);
    return { key, interval, lastRun: lastRun === undefined ? null : new Date(lastRun).toISOString() };
  };
  const run = async (module: ScheduleModule): Promise<void> => {
    const { key, functionKey } = module;
    kept.write([`schedule/${key}`, { lastRun: clock.now() }]);
    const payload = { context: { cloudId, moduleKey: key }, contextToken: '' };
    const place = { functionKey, module: { key, type: 'scheduledTrigger' }, payload, timeLimit };
    await runner.run({ ...place, person: 'nobody', faultMode: modes.current() });
  };
  const wait = (module: ScheduleModule, earliest: number): void => {
    const due = (lastRunOf(module.key) ?? 0) + lengths[module.interval];
    const cancel = clock.at(Math.max(due, earliest), () => {
      run(module).catch((error: unknown) => console.error(`The schedule ${module.key} failed:`, error));
      wait(module, clock.now() + lengths[module.interval]);
    });
    timers.set(module.key, cancel);
  };
  return {
    list: () => modules.map(describe),
    run: async (key) => {
      const module = modules.find((candidate) => candidate.key === key);
      if (module === undefined) return null;
      await run(module);
      return describe(module);
    },
    start: () => {
      for (const module of modules) wait(module, clock.now() + firstWait);
    },
    close: () => {
      for (const cancel of timers.values()) cancel();
    },
  };
}
