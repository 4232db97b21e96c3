import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { AppError } from '../../errors/app-error';
import type { EnterRead } from '../../limits/read-places';

/** A place among the reads of messages, held until the answer is gone and nothing is read for it any more. */
export interface ReadTurn {
  /** Whoever asked may have gone: what was begun for them goes on and holds the place. */
  hold<Answer>(read: () => Promise<Answer>): Promise<Answer>;
}

/**
 * @param onRefused is told where too many read, or have waited for too long
 * @throws AppError `unavailable` then, and where whoever asked has gone
 */
export async function takeReadTurn(
  enter: EnterRead,
  callerName: string,
  { raw }: FastifyReply,
  onRefused: () => void,
): Promise<ReadTurn> {
  const { socket } = raw.req;
  const isOver = () => socket.destroyed || raw.writableFinished;
  // No event tells of whoever went away before this.
  if (isOver()) throw gone();
  const { admitted, leave } = enter(callerName);
  let isReading = false;
  const end = () => {
    if (isReading) return;
    forget();
    leave();
  };
  const forget = onClosed(socket, end);
  raw.once('close', end);
  if (!(await admitted)) {
    forget();
    if (isOver()) throw gone();
    onRefused();
    throw new AppError('unavailable', 'More messages are asked for than can be read at once.', { retryAfter: 1 });
  }
  if (isOver()) throw gone();
  return {
    async hold(read) {
      isReading = true;
      try {
        return await read();
      } finally {
        isReading = false;
        if (isOver()) end();
      }
    },
  };
}

const gone = () => new AppError('unavailable', 'Whoever asked has gone.');

const enders = new WeakMap<Socket, Set<() => void>>();

/**
 * Of several requests on one connection, only the answer to the first one has that connection to close with: the
 * connection itself has to be watched, by one listener for all of them. @returns what ends it for this one.
 */
function onClosed(socket: Socket, end: () => void): () => void {
  const known = enders.get(socket);
  const all = known ?? new Set();
  if (known === undefined) {
    enders.set(socket, all);
    socket.once('close', () => {
      for (const each of [...all]) each();
    });
  }
  all.add(end);
  return () => void all.delete(end);
}
