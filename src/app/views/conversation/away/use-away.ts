import { useEffect, useRef, useState } from 'react';
import { largestAwayQuestion } from '../../../../patterns/patterns';
import type { AwayPerson } from '../../../definitions';
import type { Person } from '../../../definitions/person';
import { askResolver } from '../../shared/ask-resolver';
import { invoke } from '../../shared/invoke';

/** For how long what was said of somebody is not asked again. Milliseconds. */
const knownForMs = 600_000;
/** After so long somebody is asked about again of whom no answer came. Milliseconds. */
const failedForMs = 30_000;

/**
 * Who of these people is away, by their ids. Asked once for all of them together; where it cannot be asked, what is known
 * stays, and it is asked again with a later look. Who is back by the clock is not away.
 * @param isKnown whether the service knows of it
 * @param begins whether whoever looks stands on no issue, where not everybody may be written to
 */
export function useAway(
  isKnown: boolean,
  people: readonly (Person | null)[],
  begins = false,
): ReadonlyMap<string, AwayPerson> {
  const [away, setAway] = useState<ReadonlyMap<string, AwayPerson>>(new Map());
  const asked = useRef(new Map<string, number>());
  const now = Date.now();
  const missing = isKnown
    ? people.filter((it) => it?.kind === 'person' && !isFresh(asked.current.get(it.id), now)).map((it) => it?.id ?? '')
    : [];
  const next = missing.slice(0, largestAwayQuestion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whom to ask about is what counts.
  useEffect(() => {
    if (next.length === 0) return;
    for (const id of next) asked.current.set(id, now);
    void ask(next, begins).then((found) => {
      if (found === null) for (const id of next) asked.current.set(id, now - knownForMs + failedForMs);
      // A failure changes nothing, and is drawn so that whom to ask about is reckoned anew.
      const isKept = (id: string) => found === null || !next.includes(id);
      setAway((known) => new Map([...[...known].filter(([id]) => isKept(id)), ...(found ?? [])]));
    });
  }, [next.join()]);
  return new Map([...away].filter(([, { until }]) => Date.parse(until) > now));
}

const isFresh = (at: number | undefined, now: number) => at !== undefined && now - at < knownForMs;

/** Null where it could not be asked. */
async function ask(
  people: readonly string[],
  begins: boolean,
): Promise<readonly (readonly [string, AwayPerson])[] | null> {
  const answer = await askResolver(invoke('away', begins ? { people, begins } : { people }));
  return answer.ok ? answer.away.map((it) => [it.person.id, it] as const) : null;
}
