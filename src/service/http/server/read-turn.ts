import type { FastifyReply } from 'fastify';
import { AppError } from '../../errors/app-error';
import type { EnterRead } from '../../limits/read-places';

/** A place among the reads of messages, held until the answer is gone and nothing is read for it any more. */
export interface ReadTurn {
  /** Whoever asked may have gone: what was begun for them goes on and holds the place. */
  hold<Answer>(read: () => Promise<Answer>): Promise<Answer>;
}

/** @throws AppError `unavailable` where too many read, or have waited for too long. */
export async function takeReadTurn(enter: EnterRead, callerName: string, { raw }: FastifyReply): Promise<ReadTurn> {
  const { admitted, leave } = enter(callerName);
  let isReading = false;
  raw.once('close', () => {
    if (!isReading) leave();
  });
  if (!(await admitted)) {
    throw new AppError('unavailable', 'More messages are asked for than can be read at once.', { retryAfter: 1 });
  }
  return {
    async hold(read) {
      isReading = true;
      try {
        return await read();
      } finally {
        isReading = false;
        if (raw.destroyed || raw.writableFinished) leave();
      }
    },
  };
}
