import { AsyncLocalStorage } from 'node:async_hooks';

/** When the invocation that this call belongs to has to have answered; invocations never see each other's. */
const ends = new AsyncLocalStorage<number>();

/** Does the work of one invocation, whose calls share these milliseconds however many they are. */
export function withDeadline<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  return ends.run(Date.now() + milliseconds, work);
}

/** How long one call may take, in milliseconds: `most`, or what is left of its invocation's time. */
export function timeLeft(most: number): number {
  const end = ends.getStore();
  return end === undefined ? most : Math.max(0, Math.min(most, end - Date.now()));
}
