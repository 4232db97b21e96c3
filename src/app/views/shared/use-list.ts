import { useState } from 'react';
import type { Answer } from './ask-resolver';
import type { ViewProblem } from './view-problem';

interface Entry {
  readonly id: string;
}

/** A list that comes page by page. */
export interface List<T extends Entry> {
  /** Null before the first page. */
  readonly entries: readonly T[] | null;
  readonly isLoading: boolean;
  readonly problem: ViewProblem | null;
  /** Null where it does not go on. */
  readonly loadMore: (() => Promise<void>) | null;
  /** From its beginning. */
  readonly reload: () => Promise<void>;
  /** Without this one, which is done with. */
  readonly drop: (id: string) => void;
}

type Page<T> = Answer<{ readonly entries: readonly T[]; readonly cursor: string }>;

/** @param load a page; the empty cursor is the first one's */
export function useList<T extends Entry>(load: (cursor: string) => Promise<Page<T>>): List<T> {
  const [entries, setEntries] = useState<readonly T[] | null>(null);
  const [cursor, setCursor] = useState('');
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);

  const read = async (after: string) => {
    setLoading(true);
    setProblem(null);
    const answer = await load(after);
    // Each of these is drawn at once, what ends the loading last: else it would look as if nothing had been asked for.
    if (answer.ok) {
      setEntries((known) => (after === '' ? answer.entries : addTo(known ?? [], answer.entries)));
      setCursor(answer.cursor);
    } else setProblem(answer.problem);
    setLoading(false);
  };
  return {
    entries,
    isLoading,
    problem,
    loadMore: cursor === '' ? null : () => read(cursor),
    reload: () => read(''),
    drop: (id) => setEntries((known) => known?.filter((it) => it.id !== id) ?? null),
  };
}

/** While one pages on, what comes anew pushes lines down to where they come a second time. */
function addTo<T extends Entry>(known: readonly T[], more: readonly T[]): T[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))];
}
