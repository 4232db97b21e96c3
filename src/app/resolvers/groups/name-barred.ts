import { ApiError } from '../../client/api-error';
import { ProblemError } from '../../problems/problem-error';
import { personOf } from '../people/person-of';

/** A place in the list of those who are to be in a group. */
const placed = /^body\/(?:add|members)\/(\d+)$/;

/**
 * The work's own result; a refusal names whom the asker cannot bring into a group, of those in the list that was sent.
 * @throws ProblemError `not_owner`, `not_added`; all else as it came
 */
export async function nameBarred<T>(work: Promise<T>, people: readonly string[]): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApiError && error.error === 'forbidden')) throw error;
    const barred = error.fields.flatMap((field) => people[Number(placed.exec(field)?.[1])] ?? []);
    throw new ProblemError(
      barred.length === 0 ? { code: 'not_owner' } : { code: 'not_added', people: barred.map(personOf) },
    );
  }
}
