import type { Place } from './places';

/** A message that a writer began to send. Times are milliseconds of `performance.now()`. */
export interface Attempt {
  readonly writer: string;
  readonly place: Place;
  readonly key: string;
  /** Unlike that of every other message, so that two of it are seen. */
  readonly text: string;
  readonly begunAt: number;
}

/** One whose writer was told that it is kept. */
export interface Acknowledged extends Attempt {
  readonly id: string;
  readonly answeredAt: number;
  /** When the try began that was answered. */
  readonly triedAt: number;
  /** What has to be there now: the words of the last edit, or none after a delete. */
  readonly now: string | null;
}

/** All that the writers saw. */
export interface Record {
  readonly acknowledged: readonly Acknowledged[];
  /** Given up after a failure: they may be there, once. */
  readonly abandoned: readonly Attempt[];
  /** How often each was answered: a status, or the code of a broken connection. */
  readonly answers: ReadonlyMap<string, number>;
}
