import { keyOfPlace } from './pending-send';
import type { WaitingSend } from './waiting-send';

/** Sends that are carried out each by itself, since a batch with them had to wait too long for somebody's lock. */
export interface Apart {
  add(one: WaitingSend): void;
  /** Whether one to the same place is here: then those behind it are to come here as well, and wait behind it. */
  holds(one: WaitingSend): boolean;
  isBusy(): boolean;
  drain(): Promise<void>;
}

/** At once, so that whoever holds a conversation does not take all connections to the engine with it. */
const mostAtOnce = 6;

/** `commit` tells the one what came of it, and throws what failed. */
export function createApart(commit: (one: WaitingSend) => Promise<void>): Apart {
  const places = new Map<string, number>();
  const queue: WaitingSend[] = [];
  const running = new Set<Promise<void>>();

  const pump = () => {
    while (running.size < mostAtOnce) {
      const one = queue.shift();
      if (!one) return;
      const done = one.request
        .runInAsyncScope(commit, null, one)
        .catch(one.reject)
        .finally(() => {
          running.delete(done);
          leave(placeOf(one));
          pump();
        });
      running.add(done);
    }
  };
  const leave = (place: string) => {
    const left = (places.get(place) ?? 1) - 1;
    if (left > 0) places.set(place, left);
    else places.delete(place);
  };

  return {
    add(one) {
      places.set(placeOf(one), (places.get(placeOf(one)) ?? 0) + 1);
      queue.push(one);
      pump();
    },
    holds: (one) => places.has(placeOf(one)),
    isBusy: () => running.size > 0,
    async drain() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function placeOf({ cloudId, send }: WaitingSend): string {
  return `${cloudId} ${keyOfPlace(send.place)}`;
}
