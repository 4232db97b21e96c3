import { cpus, totalmem } from 'node:os';
import type { Spread } from '../measuring/statistics';
import type { Summary } from '../measuring/summarise';
import type { BenchOptions } from '../options';
import type { Target } from './targets';

export interface Report {
  readonly options: BenchOptions;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memory: number;
    readonly node: string;
  };
  readonly summaries: readonly Summary[];
  readonly targets: readonly Target[];
}

export function describeMachine(): Report['machine'] {
  const [first] = cpus();
  return { processor: first?.model ?? 'unknown', cores: cpus().length, memory: totalmem(), node: process.version };
}

/** The report as Markdown, as it stands in docs/performance.md. */
export function writeReport({ options, machine, summaries, targets }: Report): string {
  const noisy = summaries.reduce((sum, one) => sum + one.noisy, 0);
  const all = summaries.reduce((sum, one) => sum + one.noisy + one.quiet, 0);
  const gigabytes = Math.round(machine.memory / 2 ** 30);
  return [
    `${machine.cores} × ${machine.processor}, ${gigabytes} GB, Node ${machine.node}; ${options.passes} passes of ${options.seconds} s, ${options.connections} connections, ${options.largeSite} messages in the large site.`,
    `${noisy} of ${all} runs met others who used more than ${options.noise} of a core: they do not count, but where no run was quiet (marked *).`,
    '',
    '| | rate/s | p50 ms | p99 ms | node µs | PostgreSQL µs | others, cores | refused |',
    '|---|---|---|---|---|---|---|---|',
    ...summaries.map(writeSummary),
    '',
    '| target | wanted | found | |',
    '|---|---|---|---|',
    ...targets.map(
      ({ name, wanted, found, isMet }) =>
        `| ${name} | ${wanted} | ${found === null ? '–' : round(found)} | ${verdict(isMet)} |`,
    ),
    '',
  ].join('\n');
}

function writeSummary({ name, quiet, rate, p50, p99, nodeCpu, postgresCpu, others, refused }: Summary): string {
  const cells = [rate, p50, p99, nodeCpu, postgresCpu, others].map(writeSpread);
  return `| ${name}${quiet === 0 ? ' *' : ''} | ${cells.join(' | ')} | ${refused} |`;
}

function writeSpread(spread: Spread | null): string {
  if (spread === null) return '–';
  const { median, least, most } = spread;
  return least === most ? round(median) : `${round(median)} (${round(least)} to ${round(most)})`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}

function verdict(isMet: boolean | null): string {
  return isMet === null ? 'not measured' : isMet ? 'met' : 'not met';
}
