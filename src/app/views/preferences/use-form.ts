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
  return {
    ...{ value, saved, isSaving, problem },
    isChanged: JSON.stringify(toKept(value)) !== JSON.stringify(toKept(saved)),
    change: (part) => setValue((known) => ({ ...known, ...part })),
    async save(next, said) {
      setSaving(true);
      setProblem(null);
      const answer = await askResolver(keep(next));
      setSaving(false);
      if (!answer.ok) return setProblem(answer.problem);
      setSaved(next);
      setValue(next);
      sayDone(said);
    },
    undo() {
      setValue(saved);
      setProblem(null);
    },
  };
}
