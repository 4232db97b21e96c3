import { randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '../../jira/people';
import { demoSite } from '../../jira/site';
import type { AppFunction } from '../../manifest/app-manifest';
import type { ServiceMode } from '../../wire/wire';
import { FunctionTimeout } from './function-timeout';
import { runInInvocation } from './invocation';
import { writeInstallation } from './write-installation';

/** A function of the app, as src/index.ts exports it: its payload depends on the module, its context does not. */
export type AppHandler = (payload: object, context: object) => unknown;

export interface FunctionCall {
  readonly functionKey: string;
  readonly module: { readonly key: string; readonly type: string };
  readonly payload: object;
  /** Who is there: `nobody` for what runs in the background; null is someone who is not logged in. */
  readonly person: Person | null | 'nobody';
  readonly serviceMode: ServiceMode;
  /** In seconds, after which the platform ends the function, unless the manifest says another time. */
  readonly timeLimit: number;
  readonly issueId?: string;
}

export interface FunctionRunner {
  /** @throws what the function throws, FunctionTimeout, and an error with a sentence for one that is not there. */
  run(call: FunctionCall): Promise<unknown>;
  /** A sentence for each function that manifest.yml names and src/index.ts does not export. */
  listMissing(): readonly string[];
}

export function createFunctionRunner(
  functions: ReadonlyMap<string, AppFunction>,
  handlerOf: (exportName: string) => AppHandler | undefined,
): FunctionRunner {
  return {
    run: async (call) => {
      const appFunction = functions.get(call.functionKey);
      if (appFunction === undefined) throw new Error(`manifest.yml has no function ${call.functionKey}.`);
      const handler = handlerOf(appFunction.exportName);
      if (handler === undefined) throw new Error(describeMissing(appFunction));
      const seconds = appFunction.timeoutSeconds ?? call.timeLimit;
      const invocation = writeInvocation(call, seconds);
      const context = writeContext(call);
      return withinTime(
        seconds,
        runInInvocation(invocation, async () => handler(call.payload, context)),
      );
    },
    listMissing: () =>
      [...functions.values()].filter(({ exportName }) => handlerOf(exportName) === undefined).map(describeMissing),
  };
}

function describeMissing({ key, exportName }: AppFunction): string {
  return `src/index.ts exports no function "${exportName}", which manifest.yml names as the handler of "${key}".`;
}

function writeInvocation(call: FunctionCall, seconds: number) {
  const { person, module, functionKey, serviceMode, issueId = '' } = call;
  return {
    id: randomUUID(),
    person: person === 'nobody' ? null : person,
    isBackground: person === 'nobody',
    functionKey,
    moduleKey: module.key,
    moduleType: module.type,
    place: `${module.key}/${issueId}`,
    traceId: randomBytes(16).toString('hex'),
    serviceMode,
    deadline: Date.now() + seconds * 1_000,
  };
}

/** The second argument of every function (developer.atlassian.com/platform/forge/function-reference/arguments). */
function writeContext({ person }: FunctionCall): object {
  // Jira names someone who is not logged in so, and does not leave the id out.
  const accountId = person === null ? 'unidentified' : person === 'nobody' ? undefined : person.accountId;
  return {
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installContext: `ari:cloud:jira::site/${demoSite.cloudId}`,
    installation: writeInstallation(),
  };
}

async function withinTime<T>(seconds: number, result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    const message = `Function timed out after ${seconds} seconds.`;
    timer = setTimeout(() => reject(new FunctionTimeout(message)), seconds * 1_000);
  });
  try {
    return await Promise.race([result, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
