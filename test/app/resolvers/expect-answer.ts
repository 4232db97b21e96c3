import type { Result } from '../../../src/app/definitions';

/** What a resolver answered, which is to be no problem. */
export function expectAnswer<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`The resolver answered ${answer.problem.code}`);
  return answer;
}
