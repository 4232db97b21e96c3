import { ApiError, type ApiErrorWord } from '../client/api-error';
import type { Problem } from '../definitions';
import { ProblemError } from './problem-error';

/**
 * The work's own result; a refusal of the service that says something particular to this operation becomes that problem.
 * @throws ProblemError for those that `meanings` names, all else as it came
 */
export async function explainRefusal<T>(
  work: Promise<T>,
  meanings: Partial<Readonly<Record<ApiErrorWord, Problem['code']>>>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof ApiError ? meanings[error.error] : undefined;
    throw code === undefined ? error : new ProblemError({ code });
  }
}
