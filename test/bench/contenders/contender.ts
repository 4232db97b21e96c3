import type { LoadResult } from '../load/load-job';

/** What a run came to; times are milliseconds. */
export type Run = Pick<LoadResult, 'count' | 'seconds' | 'p50' | 'p99'> & Partial<Pick<LoadResult, 'refused'>>;

/** One thing that is measured, in turn with the others. */
export interface Contender {
  readonly name: string;
  /** What a run needs and no run should wait for. */
  prepare?(): Promise<void>;
  run(seconds: number): Promise<Run>;
  /** The processes that do the work, whose processor time is told for each operation. */
  readonly nodes: readonly number[];
  readonly usesPostgres: boolean;
}
