import type { Record } from './load/record';
import type { Stage } from './stage';
import { tellFigures } from './tell-figures';

/** What was acknowledged is there, once, in order, with its last words and its key. */
export async function expectKept(stage: Stage, fault: string, record: Record, times: readonly number[]): Promise<void> {
  tellFigures(fault, record, times);
  expect(record.acknowledged.length).toBeGreaterThan(0);
  expect(await stage.judge(record)).toEqual({ missing: 0, doubled: 0, unknown: 0, changed: 0, disordered: 0 });
  expect(await stage.countForgotten(record)).toBe(0);
}
