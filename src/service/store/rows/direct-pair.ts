/** The two ends of a direct conversation in the order in which they are kept, the same from either end. */
export interface DirectPair {
  readonly lowId: string;
  readonly highId: string;
}

/** Account ids are ASCII, so that this order is the one of the column's "C" collation. */
export function orderPair(oneId: string, otherId: string): DirectPair {
  return oneId < otherId ? { lowId: oneId, highId: otherId } : { lowId: otherId, highId: oneId };
}
