import { useState } from 'react';
import type { Answer } from './ask-resolver';
import type { ViewProblem } from './view-problem';

/** Something that is asked when one wants it: whether it is being asked, and what was answered last. */
export interface Asking<T> {
  readonly isAsking: boolean;
  /** Null before the first answer, while one is awaited, and after one that did not come. */
  readonly answer: T | null;
  /** Why it did not come. */
  readonly problem: ViewProblem | null;
  readonly ask: () => Promise<void>;
}

interface State<T> extends Omit<Asking<T>, 'ask'> {}

const silent = { isAsking: false, answer: null, problem: null } as const;

/** Asking, the problem and the answer, one at a time and never two of them. */
export function useAsking<T>(question: () => Promise<Answer<T>>): Asking<T> {
  const [state, setState] = useState<State<T>>(silent);
  const ask = async () => {
    setState({ ...silent, isAsking: true });
    const answer = await question();
    setState(answer.ok ? { ...silent, answer } : { ...silent, problem: answer.problem });
  };
  return { ...state, ask };
}
