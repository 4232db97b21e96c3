import type { FastifyInstance } from 'fastify';
import { StoreUnavailable } from '../../errors/store-unavailable';

/** Milliseconds in which a store that is ready has answered. */
const readyWithin = 2_000;

/** Whether the store answers. */
export interface Pingable {
  /** @throws StoreUnavailable */
  ping(): Promise<void>;
}

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: the store answers, else 503. A server of a cluster that is away
 * stands there by its number, and changes nothing: the sites on the others are to be sent here all the same.
 */
export function registerHealthRoutes(
  app: FastifyInstance,
  store: Pingable,
  unreachedWorkers: () => readonly number[] = () => [],
): void {
  app.get('/healthz', { exposeHeadRoute: true }, async () => ({ status: 'ok' }));
  app.get('/readyz', { exposeHeadRoute: true }, async () => {
    await within(readyWithin, store.ping());
    const unreached = unreachedWorkers();
    return { status: 'ready', ...(unreached.length > 0 && { unreachedWorkers: unreached }) };
  });
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('The store did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
