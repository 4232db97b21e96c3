import { spreadOf } from '../measuring/statistics';
import { describeMachine } from '../report/write-report';
import type { SoakSample } from './sample';
import { slopeOf } from './slope';

export interface Soak {
  /** Requests a second, as fast as one node answers them, and as they were asked. */
  readonly capacity: number;
  readonly perSecond: number;
  readonly samples: readonly SoakSample[];
}

const rows: readonly (readonly [name: string, read: (sample: SoakSample) => number | null])[] = [
  ['requests/s', ({ rate }) => rate],
  ['p50 ms', ({ p50 }) => p50],
  ['p99 ms', ({ p99 }) => p99],
  ['memory of the node, MB', ({ memory }) => memory && memory / 1e6],
  ['open files and connections of the node', ({ handles }) => handles],
  ['dead rows', ({ deadRows }) => deadRows],
  ['log of PostgreSQL, MB in all', ({ walBytes }) => walBytes / 1e6],
  ['database on disk, MB', ({ databaseBytes }) => databaseBytes / 1e6],
];

/**
 * As it stands in docs/reliability.md. A slope is that of a straight line through the second half: what a process takes
 * to warm up is not what it grows by.
 */
export function writeSoak({ capacity, perSecond, samples }: Soak): string {
  const { processor, cores, node } = describeMachine();
  const last = samples.at(-1);
  const later = samples.slice(Math.floor(samples.length / 2));
  return [
    `${cores} × ${processor}, Node ${node}; ${Math.round(perSecond)} of ${Math.round(capacity)} requests a second for ${Math.round(last?.minute ?? 0)} minutes, ${samples.length} samples.`,
    `${last?.missing ?? 0} acknowledged messages are missing; answers that were not as they should be, by status: ${countRefused(samples)}.`,
    '',
    '| | first | median | most | last | an hour more of it would add |',
    '|---|---|---|---|---|---|',
    ...rows.map(([name, read]) => {
      const values = samples.flatMap((sample) => read(sample) ?? []);
      const { median, most } = spreadOf(values);
      const points = later.flatMap((sample) => {
        const value = read(sample);
        return value === null ? [] : [{ at: sample.minute / 60, value }];
      });
      const cells = [values[0] ?? 0, median, most, values.at(-1) ?? 0, slopeOf(points)];
      return `| ${name} | ${cells.map(round).join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

function countRefused(samples: readonly SoakSample[]): string {
  const counts = new Map<string, number>();
  for (const { refused } of samples) {
    for (const [status, count] of Object.entries(refused)) counts.set(status, (counts.get(status) ?? 0) + count);
  }
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ') || 'none';
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
