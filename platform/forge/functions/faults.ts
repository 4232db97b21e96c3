import type { ForgeRequestInit, ForgeTarget } from './forge-globals';

/** What a function calls: each can go wrong on its own. */
export type Service = 'jira' | 'remote' | 'storage' | 'realtime' | 'queue' | 'atlassian';

/** A call of a function, as @forge made it. */
export interface OutgoingCall {
  readonly service: Service;
  readonly target: ForgeTarget;
  readonly path: string;
  readonly init: ForgeRequestInit;
}

/** Answers in place of the platform, or lets it answer. What it throws is what the function's fetch throws. */
export type Fault = (call: OutgoingCall, answer: () => Promise<Response>) => Response | Promise<Response>;

/**
 * What goes wrong although no rule says so: outages, wrong answers, gaps in what the platform tells. Whoever started the
 * room sets and lifts them at any time; none is set at first.
 */
export interface Faults {
  readonly of: Partial<Record<Service, Fault>>;
  /** Keys of the storage that a batch does not get done. */
  failsInBatches: (key: string) => boolean;
  /** Whether an event reaches its consumer twice; the platform may with any. */
  comesTwice: (eventId: string) => boolean;
  /** After how many milliseconds a copy of an event comes, whatever has become of the event by then; null for none. */
  comesAgain: (eventId: string) => number | null;
  /** How many milliseconds later than it is due an event comes, so that others overtake it. */
  comesLate: (eventId: string) => number;
  /** Whether the platform ends the function here, before a call of its or once that was answered: it does nothing more. */
  endsFunction: (call: OutgoingCall, moment: 'before' | 'after') => boolean;
  /** Bends what a function is given as its context. */
  context: (context: Readonly<Record<string, unknown>>) => object;
}

export function openFaults(): Faults {
  return {
    of: {},
    failsInBatches: () => false,
    comesTwice: () => false,
    comesAgain: () => null,
    comesLate: () => 0,
    endsFunction: () => false,
    context: (context) => context,
  };
}

/** Which service a call is for; `atlassian` is what else Atlassian itself offers. */
export function serviceOf({ type, remote }: ForgeTarget, path: string): Service {
  if (type === 'frc') return 'remote';
  if (type === 'kvs') return 'storage';
  if (type === 'realtime') return 'realtime';
  if (type === 'fpp' && remote === 'jira') return 'jira';
  return path.startsWith('/webhook/queue/publish/') ? 'queue' : 'atlassian';
}
