import type { Clock } from '../clock/clock';
import type { KeptMap } from '../clock/kept-map';
import type { FaultModes } from '../forge/functions/fault-modes';
import type { FunctionRunner } from '../forge/functions/function-runner';
import { needsConsent } from '../forge/functions/invoke-function';
import type { Issue } from '../jira/issues';
import type { JiraState } from '../jira/jira-state';
import type { Person } from '../jira/people';
import type { ActionModule } from '../manifest/app-manifest';
import type { Rule, RuleRun, RuleTrigger } from '../wire/wire';
import { fillSmartValues } from './fill-smart-values';
import { parseActionResult } from './parse-action-result';

/** What is kept of the rule. `ownerId` is whose connection the action runs as. */
export interface KeptRule {
  readonly ownerId: string;
  readonly isOn: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: readonly RuleRun[];
}

export interface AutomationRule {
  /** Its name in addresses. */
  readonly key: string;
  readonly trigger: RuleTrigger;
  read(): Rule;
  /** One that is off is never triggered by itself; by hand it can be run nevertheless. */
  turn(isOn: boolean): void;
  /** @returns why the inputs are not taken; null where they are. */
  change(inputs: Readonly<Record<string, unknown>>, owner: Person): string | null;
  /** Never rejects: what the action says is the run's outcome. */
  run(issue: Issue, initiator: Person): Promise<RuleRun>;
}

/** The rule before anyone has changed it. */
export interface FirstRule {
  readonly key: string;
  readonly name: string;
  readonly trigger: RuleTrigger;
  readonly isOn: boolean;
  readonly inputs: Readonly<Record<string, string>>;
  /** Whose connection the action runs as. */
  readonly owner: Person;
}

export interface RuleParts {
  readonly action: ActionModule;
  readonly runner: FunctionRunner;
  readonly modes: FaultModes;
  readonly clock: Clock;
  readonly state: JiraState;
  readonly kept: KeptMap<KeptRule>;
  readonly firstRule: FirstRule;
}

const mostRuns = 20;
/** The platform ends an action after 55 s, and takes 100 KB of configuration. */
const timeLimit = 55;
const longestInputs = 100 * 1024;

export function openAutomationRule(parts: RuleParts): AutomationRule {
  const { action, kept, clock, firstRule } = parts;
  const { key, name, trigger } = firstRule;
  const declared = (inputs: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(inputs).filter(([input]) => action.inputNames.includes(input)));
  const first: KeptRule = {
    ownerId: firstRule.owner.accountId,
    isOn: firstRule.isOn,
    inputs: declared(firstRule.inputs),
    runs: [],
  };
  const read = (): KeptRule => kept.get(key) ?? first;
  return {
    key,
    trigger,
    read: () => ({ key, name, trigger, isOn: read().isOn, inputs: read().inputs, runs: read().runs }),
    turn: (isOn) => kept.write([key, { ...read(), isOn }]),
    change: (inputs, owner) => {
      const unknown = Object.keys(inputs).filter((input) => !action.inputNames.includes(input));
      if (unknown.length > 0) return `The action ${action.key} has no input ${unknown.join(', ')}.`;
      if (Buffer.byteLength(JSON.stringify(inputs)) > longestInputs) return 'An action takes 100 KB of inputs at most.';
      kept.write([key, { ...read(), inputs, ownerId: owner.accountId }]);
      return null;
    },
    run: async (issue, initiator) => {
      const { inputs, ownerId } = read();
      const owner = parts.state.findPerson(ownerId) ?? firstRule.owner;
      const fill = (value: unknown): unknown => {
        if (typeof value !== 'string') return value;
        return fillSmartValues(value, { issue, ruleName: name, owner, initiator, state: parts.state });
      };
      const payload = Object.fromEntries(Object.entries(inputs).map(([input, value]) => [input, fill(value)]));
      const at = new Date(clock.now()).toISOString();
      const run = { at, issueKey: issue.key, outcome: await runAction(parts, payload, owner) };
      kept.write([key, { ...read(), runs: [run, ...read().runs].slice(0, mostRuns) }]);
      return run;
    },
  };
}

async function runAction({ action, runner, modes }: RuleParts, payload: object, owner: Person) {
  const { key, functionKey } = action;
  try {
    const call = { functionKey, module: { key, type: 'action' }, payload, person: owner, timeLimit };
    return parseActionResult(await runner.run({ ...call, faultMode: modes.current() }));
  } catch (error) {
    if (needsConsent(error)) return refuse(`${owner.displayName}, whose rule this is, has to allow the app first.`);
    // Jira’s audit log has no more than this; the reason is for whoever works on the app.
    console.error(`The action ${key} failed:`, error);
    return refuse('The action failed with an unexpected error.');
  }
}

function refuse(message: string): RuleRun['outcome'] {
  return { kind: 'refused', messages: [message] };
}
