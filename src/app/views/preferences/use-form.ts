import { useState } from 'react';
import type { Result } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { sayDone } from '../shared/say-done';
import type { ViewProblem } from '../shared/view-problem';

/** What stands in a form and is not kept before it is saved. */
export interface Form<T> {
  readonly value: T;
  /** What is kept now. */
  readonly saved: T;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Why it was not saved. */
  readonly problem: ViewProblem | null;
  readonly change: (part: Partial<T>) => void;
  /** Keeps what stands there, or something else in its place. */
  readonly save: (next: T, said: string) => Promise<void>;
  /** Keeps something apart from what stands there: what was changed and is not saved stays so. */
  readonly saveApart: (next: T, said: string) => Promise<void>;
  readonly undo: () => void;
}

/** @param toKept what is kept of it, by which is judged whether it has changed */
export function useForm<T extends object>(
  initial: T,
  toKept: (value: T) => unknown,
  keep: (value: T) => Promise<Result<object>>,
): Form<T> {
  const [saved, setSaved] = useState(initial);
  const [value, setValue] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ViewProblem | null>(null);
  const store = async (next: T, said: string, show: (shown: T) => T) => {
    setSaving(true);
    setProblem(null);
    const answer = await askResolver(keep(next));
    setSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    setSaved(next);
    setValue(show);
    sayDone(said);
  };
  return {
    ...{ value, saved, isSaving, problem },
    isChanged: JSON.stringify(toKept(value)) !== JSON.stringify(toKept(saved)),
    change: (part) => setValue((known) => ({ ...known, ...part })),
    save: (next, said) => store(next, said, () => next),
    saveApart: (next, said) => store(next, said, (shown) => ({ ...next, ...findChanges(shown, saved) })),
    undo() {
      setValue(saved);
      setProblem(null);
    },
  };
}

/** What somebody changed of what was kept. */
function findChanges<T extends object>(shown: T, saved: T): Partial<T> {
  const names = Object.keys(shown) as (keyof T)[];
  const changed = names.filter((name) => JSON.stringify(shown[name]) !== JSON.stringify(saved[name]));
  return Object.fromEntries(changed.map((name) => [name, shown[name]])) as Partial<T>;
}
