import type { Happening } from '../wire/wire';
import type { Happenings } from './happenings';

/** The last things that happened, the newest first. */
export interface Trace {
  read(): readonly Happening[];
}

/** Keeps so many and no more, however long the room is open. */
export function openTrace(happenings: Happenings, most: number): Trace {
  const kept = new Map<number, Happening>();
  happenings.listen((happening) => {
    // What has ended after it was let go stays away.
    if (happening.outcome !== null && !kept.has(happening.id)) return;
    kept.set(happening.id, happening);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  });
  return { read: () => [...kept.values()].reverse() };
}
