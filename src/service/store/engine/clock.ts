/** Time and ids as the store is given them. Ids are UUIDv7 of the time passed in. */
export interface Clock {
  now(): Date;
  newId(now: Date): string;
}
