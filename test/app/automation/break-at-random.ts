import type { RunningApp } from '../forge/running-app';
import type { ForgeRuntime } from '../forge-runtime';

const kinds = [
  'service away',
  'answer of the service lost',
  'queue away',
  'answer of the queue lost',
  'storage away for a key',
  'function ended before a call',
  'function ended after a call',
  'event twice at once',
  'event again later',
  'event late',
] as const;
type Kind = (typeof kinds)[number];

export interface RandomFaults {
  /** How often each was met. */
  counts(): Readonly<Record<Kind, number>>;
  /** From now on the service does not answer at all. */
  keepServiceAway(): void;
  /** From now on all is well. */
  stop(): void;
  /** Whether a call to the service with these words in it was answered by it and nobody heard the answer. */
  hasLostAnswerTo(words: string): boolean;
}

const minute = 60_000;

/** Lets everything fail between the app and what it reaches, as these numbers from 0 to 1 say. */
export function breakAtRandom(forge: ForgeRuntime, app: RunningApp, random: () => number): RandomFaults {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  let isOn = true;
  const happens = (kind: Kind, chance: number): boolean => {
    const does = isOn && random() < chance;
    if (does) counts[kind] += 1;
    return does;
  };
  const { faults, clock } = forge;
  // An outage lasts: each later call meets it, too, for up to three hours.
  let awayUntil = 0;
  app.away = () => {
    if (isOn && clock.now() >= awayUntil && happens('service away', 0.03)) {
      awayUntil = clock.now() + random() * 180 * minute;
    }
    return isOn && clock.now() < awayUntil ? new Response(null, { status: 503 }) : null;
  };
  const unheard: string[] = [];
  faults.of.remote = async ({ init }, answer) => {
    const answered = await answer();
    if (!happens('answer of the service lost', 0.1)) return answered;
    unheard.push(String(init.body ?? ''));
    throw new TypeError('fetch failed');
  };
  faults.of.queue = async (_call, answer) => {
    if (happens('queue away', 0.1)) return Response.json({ errors: [] }, { status: 500 });
    const answered = await answer();
    return happens('answer of the queue lost', 0.1) ? Response.json({ errors: [] }, { status: 500 }) : answered;
  };
  // A key that was refused is taken the next time: who writes twice has written.
  const refused = new Set<string>();
  faults.of.storage = ({ init, path }, answer) => {
    const { key = path } = JSON.parse(String(init.body ?? '{}')) as { key?: string };
    const mayFail = !refused.delete(key);
    if (!mayFail || !happens('storage away for a key', 0.15)) return answer();
    refused.add(key);
    return Response.json({ code: 'INTERNAL', message: 'away' }, { status: 503 });
  };
  faults.endsFunction = ({ service, init }, moment) => {
    const ends = happens(`function ended ${moment} a call`, 0.02);
    if (ends && moment === 'after' && service === 'remote') unheard.push(String(init.body ?? ''));
    return ends;
  };
  faults.comesTwice = () => happens('event twice at once', 0.2);
  faults.comesAgain = () => (happens('event again later', 0.2) ? random() * 240 * minute : null);
  faults.comesLate = () => (happens('event late', 0.3) ? random() * 20 * minute : 0);
  return {
    counts: () => counts,
    keepServiceAway: () => {
      awayUntil = Number.POSITIVE_INFINITY;
    },
    stop: () => {
      isOn = false;
    },
    // As JSON has it: the words end where the string does.
    hasLostAnswerTo: (words) => unheard.some((body) => body.includes(`${words}"`)),
  };
}
