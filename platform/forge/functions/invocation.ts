import { AsyncLocalStorage } from 'node:async_hooks';
import type { Allowance } from '../../clock/allowance';
import type { Person } from '../../jira/people';
import type { FaultMode } from '../../wire/wire';

/** One run of a function. What the runtime knows of it, the app cannot change. */
export interface Invocation {
  readonly id: string;
  /** Null for someone who is not logged in, and where nobody is there at all. */
  readonly person: Person | null;
  /** A queue, a schedule or a web trigger called: there is no user, logged in or not. */
  readonly isBackground: boolean;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** Module and issue: what a realtime channel belongs to that is not global. */
  readonly place: string;
  /** 32 hex digits, the same in every call that comes of it. */
  readonly traceId: string;
  /** What goes wrong for it. */
  readonly faultMode: FaultMode;
  /** Milliseconds since the epoch, after which the platform would end the function. */
  readonly deadline: number;
  readonly remoteCalls: Allowance;
  /** Counts a line of its log. @returns whether it is kept. @param method such as `warn`. */
  readonly writeLine: (method: string) => boolean;
  readonly life: Life;
}

/** Whether a function still runs: what was ended cannot even fail any more. */
export interface Life {
  readonly isOver: boolean;
  end(): void;
  /** Rejects once it is ended, and never else. */
  readonly over: Promise<never>;
}

export function beginLife(): Life {
  let [isOver, end] = [false, (): void => {}];
  const over = new Promise<never>((_resolve, reject) => {
    end = () => {
      isOver = true;
      reject(new Error('The platform ended the function.'));
    };
  });
  over.catch(() => undefined);
  return {
    get isOver() {
      return isOver;
    },
    end,
    over,
  };
}

const invocations = new AsyncLocalStorage<Invocation>();

/** Whatever `run` awaits sees this invocation and no other, so that two people at once do not mix. */
export function runInInvocation<T>(invocation: Invocation, run: () => T): T {
  return invocations.run(invocation, run);
}

/** Undefined outside of an invocation, such as while the app is loaded. */
export function findInvocation(): Invocation | undefined {
  return invocations.getStore();
}

/** @throws outside of an invocation: at import time a function has no user and may call nothing. */
export function currentInvocation(): Invocation {
  const invocation = invocations.getStore();
  if (invocation === undefined) throw new Error('This needs an invocation: no function of the app is running.');
  return invocation;
}
