import { type DemoRule, openDemoRule } from '../automation/demo-rule';
import type { JiraState } from '../jira/jira-state';
import { type Person, people } from '../jira/people';
import { type AppHandler, createFunctionRunner, type FunctionRunner } from './functions/function-runner';
import type { Platform, PlatformParts } from './open-platform';
import type { AsyncEvent } from './queue/queue-event';
import { createSchedules, type Schedules } from './triggers/schedules';

/** The app on its platform: what can be run of it, and what runs by itself. */
export interface LoadedApp {
  readonly runner: FunctionRunner;
  readonly schedules: Schedules;
  /** Null for an app without an automation action. */
  readonly rule: DemoRule | null;
  /** Lets the queue deliver and the schedules run at their times. */
  start(): void;
  /** Ends what runs by itself. */
  close(): Promise<void>;
}

/** A consumer's function has 55 s, unless manifest.yml says another time. */
const timeLimit = 55;

export function loadApp(
  { manifest, clock, keep, state }: Pick<PlatformParts, 'manifest' | 'clock' | 'keep'> & { state: JiraState },
  { queue, modes }: Pick<Platform, 'queue' | 'modes'>,
  handlerOf: (exportName: string) => AppHandler | undefined,
): LoadedApp {
  const runner = createFunctionRunner(manifest.functions, handlerOf);
  const schedules = createSchedules({ modules: manifest.schedules, runner, modes, clock, kept: keep('schedules') });
  const [action] = manifest.actions;
  const firstOwner = findAdmin();
  const rule =
    action === undefined ? null : openDemoRule({ action, runner, modes, clock, state, kept: keep('rule'), firstOwner });
  const consume = async (event: AsyncEvent): Promise<unknown> => {
    const consumer = manifest.consumers.find((candidate) => candidate.queue === event.queueName);
    if (consumer === undefined) throw new Error(`manifest.yml has no consumer of the queue ${event.queueName}.`);
    const { key, functionKey } = consumer;
    const call = { functionKey, module: { key, type: 'consumer' }, payload: event, timeLimit };
    try {
      return await runner.run({ ...call, person: 'nobody', serviceMode: modes.current() });
    } catch (error) {
      console.error(`The function ${functionKey} failed with the event ${event.eventId}:`, error);
      throw error;
    }
  };
  return {
    runner,
    schedules,
    rule,
    start: () => {
      queue.start(consume);
      schedules.start();
    },
    close: async () => {
      schedules.close();
      await queue.close();
    },
  };
}

function findAdmin(): Person {
  const admin = people.find(({ isAdmin }) => isAdmin);
  if (admin === undefined) throw new Error('Nobody of the demo site is an administrator.');
  return admin;
}
