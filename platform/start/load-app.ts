import { type AutomationRule, type FirstRule, type KeptRule, openAutomationRule } from '../automation/automation-rule';
import { triggerRules } from '../automation/trigger-rules';
import type { Clock } from '../clock/clock';
import type { KeptMap } from '../clock/kept-map';
import type { FaultModes } from '../forge/functions/fault-modes';
import type { Faults } from '../forge/functions/faults';
import { type AppHandler, createFunctionRunner, type FunctionRunner } from '../forge/functions/function-runner';
import type { EventQueue } from '../forge/queue/event-queue';
import type { AsyncEvent } from '../forge/queue/queue-event';
import { createSchedules, type Schedules } from '../forge/triggers/schedules';
import type { Happenings } from '../happenings/happenings';
import type { JiraState } from '../jira/jira-state';
import type { AppManifest } from '../manifest/app-manifest';
import type { RuleBook } from '../rules/rules';

/** The app on its platform: what can be run of it, and what runs by itself. */
export interface LoadedApp {
  readonly runner: FunctionRunner;
  readonly schedules: Schedules;
  /** Empty for an app without an automation action, and where no rule was handed in. */
  readonly rules: readonly AutomationRule[];
  /** Gives one event to the consumer of its queue. @throws what its function throws. */
  consume(event: AsyncEvent): Promise<unknown>;
  /** Lets the queue deliver and the schedules run at their times. */
  start(): void;
  /** Ends what runs by itself. */
  close(): Promise<void>;
}

export interface AppParts {
  readonly manifest: AppManifest;
  readonly handlerOf: (exportName: string) => AppHandler | undefined;
  readonly firstRules?: readonly FirstRule[];
  readonly clock: Clock;
  readonly keep: <V>(name: string) => KeptMap<V>;
  readonly state: JiraState;
  readonly queue: EventQueue;
  readonly modes: FaultModes;
  readonly rules: RuleBook;
  readonly faults: Faults;
  readonly happenings: Happenings;
}

/** A consumer's function has 55 s, unless manifest.yml says another time. */
const timeLimit = 55;

export function loadApp(parts: AppParts): LoadedApp {
  const { manifest, clock, keep, state, queue, modes, firstRules = [] } = parts;
  const { site } = state.data;
  const runner = createFunctionRunner({ ...parts, functions: manifest.functions, site });
  const [kept, { cloudId }] = [keep<{ lastRun: number }>('schedules'), site];
  const schedules = createSchedules({ cloudId, modules: manifest.schedules, runner, modes, clock, kept });
  const [action] = manifest.actions;
  const keptRules = keep<KeptRule>('rules');
  const rules =
    action === undefined
      ? []
      : firstRules.map((firstRule) =>
          openAutomationRule({ action, runner, modes, clock, state, kept: keptRules, firstRule }),
        );
  let stopTriggers = (): void => {};
  const consume = async (event: AsyncEvent): Promise<unknown> => {
    const consumer = manifest.consumers.find((candidate) => candidate.queue === event.queueName);
    if (consumer === undefined) throw new Error(`manifest.yml has no consumer of the queue ${event.queueName}.`);
    const { key, functionKey } = consumer;
    const call = { functionKey, module: { key, type: 'consumer' }, payload: event, timeLimit };
    return runner.run({ ...call, person: 'nobody', faultMode: modes.current() });
  };
  const consumeLoudly = async (event: AsyncEvent): Promise<unknown> => {
    try {
      return await consume(event);
    } catch (error) {
      console.error(`The queue ${event.queueName} failed with the event ${event.eventId}:`, error);
      throw error;
    }
  };
  return {
    runner,
    schedules,
    rules,
    consume,
    start: () => {
      queue.start(consumeLoudly);
      schedules.start();
      stopTriggers = triggerRules(rules, state);
    },
    close: async () => {
      stopTriggers();
      schedules.close();
      await queue.close();
    },
  };
}
