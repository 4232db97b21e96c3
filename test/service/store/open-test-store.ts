import type { Database } from '../../../src/service/store/engine/database';
import { openStoreOn, type Store } from '../../../src/service/store/open-store';
import { newMessageId } from '../../../src/service/store/rows/message-id';

/** A store whose time stands until a test moves it, and whose ids a test may choose. */
export interface TestStore {
  readonly store: Store;
  readonly clock: { now: Date; newId: (now: Date) => string };
}

export const startOfTest = new Date('2026-11-02T09:00:00.000Z');

export async function openTestStore(database: Database): Promise<TestStore> {
  const clock = { now: startOfTest, newId: newMessageId };
  const store = await openStoreOn(database, { now: () => clock.now, newId: (now) => clock.newId(now) });
  return { store, clock };
}

/** Moves the time and returns it. */
export function advance(clock: TestStore['clock'], milliseconds: number): Date {
  clock.now = new Date(clock.now.getTime() + milliseconds);
  return clock.now;
}
