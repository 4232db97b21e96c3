import { randomBytes, randomUUID } from 'node:crypto';
import { allowPerMinute } from '../../clock/allowance';
import { type Clock, withinTime } from '../../clock/clock';
import type { Happenings } from '../../happenings/happenings';
import type { Person } from '../../jira/people';
import type { Site } from '../../jira/site';
import type { AppFunction } from '../../manifest/app-manifest';
import type { RuleBook } from '../../rules/rules';
import type { FaultMode } from '../../wire/wire';
import type { Faults } from './faults';
import { FunctionTimeout } from './function-timeout';
import { beginLife, type Invocation, runInInvocation } from './invocation';
import { writeInstallation } from './write-installation';

/** A function of the app, as its index exports it: its payload depends on the module, its context does not. */
export type AppHandler = (payload: object, context: object) => unknown;

export interface FunctionCall {
  readonly functionKey: string;
  readonly module: { readonly key: string; readonly type: string };
  readonly payload: object;
  /** Who is there: `nobody` for what runs in the background; null is someone who is not logged in. */
  readonly person: Person | null | 'nobody';
  readonly faultMode: FaultMode;
  /** In seconds, after which the platform ends the function, unless the manifest says another time. */
  readonly timeLimit: number;
  readonly issueId?: string;
}

export interface FunctionRunner {
  /** @throws what the function throws, FunctionTimeout, and an error with a sentence for one that is not there. */
  run(call: FunctionCall): Promise<unknown>;
  /** A sentence for each function that the manifest names and the app does not export. */
  listMissing(): readonly string[];
}

export interface RunnerParts {
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly handlerOf: (exportName: string) => AppHandler | undefined;
  readonly site: Site;
  readonly clock: Clock;
  readonly rules: RuleBook;
  readonly faults: Faults;
  readonly happenings: Happenings;
}

/** What an invocation answers at most, in bytes. */
const largestAnswer = 5 * 1024 * 1024;

export function createFunctionRunner(parts: RunnerParts): FunctionRunner {
  const { functions, handlerOf, site, clock, rules, faults, happenings } = parts;
  const run = async (call: FunctionCall): Promise<unknown> => {
    const appFunction = functions.get(call.functionKey);
    if (appFunction === undefined) throw new Error(`manifest.yml has no function ${call.functionKey}.`);
    const handler = handlerOf(appFunction.exportName);
    if (handler === undefined) throw new Error(describeMissing(appFunction));
    const seconds = appFunction.timeoutSeconds ?? call.timeLimit;
    const invocation = writeInvocation(call, seconds, parts);
    const context = faults.context(writeContext(call, site));
    const { functionKey, id: invocationId } = invocation;
    const detail = { module: call.module, payload: call.payload, context, seconds };
    const end = happenings.begin({ kind: 'invocation', title: functionKey, functionKey, invocationId, detail });
    try {
      const running = runInInvocation(invocation, async () => handler(call.payload, context));
      const work = Promise.race([running, invocation.life.over]);
      const late = (): Error => new FunctionTimeout(`Function timed out after ${seconds} seconds.`);
      const value = await (rules.hold('functions-end-in-time') ? withinTime(clock, seconds * 1_000, work, late) : work);
      if (rules.hold('payloads-are-small') && sizeOf(value) > largestAnswer) {
        throw new Error('Payload size exceeded: a function answers with 5 MB at most.');
      }
      end({ outcome: 'answered' });
      return value;
    } catch (error) {
      const outcome = invocation.life.isOver ? 'ended' : error instanceof FunctionTimeout ? 'timed out' : 'threw';
      end({ outcome, detail: { error: String(error) } });
      throw error;
    }
  };
  return {
    run,
    listMissing: () =>
      [...functions.values()].filter(({ exportName }) => handlerOf(exportName) === undefined).map(describeMissing),
  };
}

function describeMissing({ key, exportName }: AppFunction): string {
  return `src/index.ts exports no function "${exportName}", which manifest.yml names as the handler of "${key}".`;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

function writeInvocation(call: FunctionCall, seconds: number, { clock, rules, happenings }: RunnerParts): Invocation {
  const { person, module, functionKey, faultMode, issueId = '' } = call;
  const [id, lines, life] = [randomUUID(), allowPerMinute(seconds), beginLife()];
  return {
    id,
    person: person === 'nobody' ? null : person,
    isBackground: person === 'nobody',
    functionKey,
    moduleKey: module.key,
    moduleType: module.type,
    place: `${module.key}/${issueId}`,
    traceId: randomBytes(16).toString('hex'),
    faultMode,
    deadline: clock.now() + seconds * 1_000,
    remoteCalls: allowPerMinute(seconds),
    writeLine: (method) => {
      // Its timers go on in this process; on the platform there is none of it any more.
      if (life.isOver) return false;
      const end = happenings.begin({ kind: 'log', title: method, functionKey, invocationId: id });
      const isKept = lines.take() || !rules.hold('log-lines-are-limited');
      end({ outcome: isKept ? 'kept' : 'lost' });
      return isKept;
    },
    life,
  };
}

/** The second argument of every function (developer.atlassian.com/platform/forge/function-reference/arguments). */
function writeContext({ person }: FunctionCall, site: Site): Readonly<Record<string, unknown>> {
  // Jira names someone who is not logged in so, and does not leave the id out.
  const accountId = person === null ? 'unidentified' : person === 'nobody' ? undefined : person.accountId;
  return {
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installContext: `ari:cloud:jira::site/${site.cloudId}`,
    installation: writeInstallation(site),
  };
}
