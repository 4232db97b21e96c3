import type { Problem } from '../definitions';

/** A refusal that was decided here; it becomes the answer's problem. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}
