import type { Measured } from './run-passes';
import { type Spread, spreadOf } from './statistics';

/** A contender over the passes that count. */
export interface Summary {
  readonly name: string;
  /** Passes that count, and those that do not since others used too much of the machine. */
  readonly quiet: number;
  readonly noisy: number;
  readonly rate: Spread;
  readonly p50: Spread;
  readonly p99: Spread;
  readonly nodeCpu: Spread | null;
  readonly postgresCpu: Spread | null;
  /** Cores that others used, over all passes. */
  readonly others: Spread | null;
  /** Answers that were not those of the scenario. */
  readonly refused: number;
}

/** Where no pass was quiet, all of them are told, and `quiet` is 0. */
export function summarise(results: readonly Measured[], noise: number): Summary[] {
  const names = [...new Set(results.map(({ name }) => name))];
  return names.map((name) => {
    const all = results.filter((one) => one.name === name);
    const quiet = all.filter(({ others }) => others === null || others <= noise);
    const told = quiet.length > 0 ? quiet : all;
    const spread = (pick: (one: Measured) => number | null): Spread | null => {
      const values = told.map(pick).filter((value) => value !== null);
      return values.length > 0 ? spreadOf(values) : null;
    };
    const others = all.map((one) => one.others).filter((value) => value !== null);
    return {
      name,
      quiet: quiet.length,
      noisy: all.length - quiet.length,
      rate: spreadOf(told.map(({ rate }) => rate)),
      p50: spreadOf(told.map(({ p50 }) => p50)),
      p99: spreadOf(told.map(({ p99 }) => p99)),
      nodeCpu: spread((one) => one.nodeCpu),
      postgresCpu: spread((one) => one.postgresCpu),
      others: others.length > 0 ? spreadOf(others) : null,
      refused: all.reduce((sum, one) => sum + Object.values(one.refused).reduce((a, b) => a + b, 0), 0),
    };
  });
}
