import { ApiError } from './api-error';

/**
 * The work's own result, or an error, `unreachable` unless it is another one, when it takes longer than `milliseconds`. The work is not stopped:
 * Forge documents no abort signal for remote calls, so that waiting is all that can be given up.
 */
export async function withinTime<T>(
  milliseconds: number,
  work: Promise<T>,
  late: () => Error = () => new ApiError('unreachable', `No answer within ${milliseconds} ms`),
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
