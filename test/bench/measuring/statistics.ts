/** Of values in ascending order; 0 where there are none. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const ascending = [...values].sort((one, other) => one - other);
  return { median: percentile(ascending, 0.5), least: ascending[0] ?? 0, most: ascending.at(-1) ?? 0 };
}
