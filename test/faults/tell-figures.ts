import type { Record } from './load/record';

/** Says on standard error what was measured, in one line: docs/reliability.md has such lines. Times are milliseconds. */
export function tellFigures(
  fault: string,
  { acknowledged, abandoned, answers }: Record,
  times: readonly number[],
): void {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted[sorted.length >> 1];
  const again =
    middle === undefined ? '' : `; answers again after ${seconds(middle)} (longest ${seconds(sorted.at(-1) ?? 0)})`;
  const told = [...answers].sort(([one], [other]) => one.localeCompare(other)).map(([answer, n]) => `${n} × ${answer}`);
  process.stderr.write(
    `\n${fault}: ${acknowledged.length} acknowledged, ${abandoned.length} given up${again}; answers: ${told.join(', ')}\n`,
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
