import type { Contender } from '../contenders/contender';
import type { BenchOptions } from '../options';
import { readProcessorTime } from './processor-time';

/** One contender in one pass. Processor time is microseconds an operation, and what others used is in cores. */
export interface Measured {
  readonly name: string;
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly nodeCpu: number | null;
  readonly postgresCpu: number | null;
  readonly others: number | null;
  readonly refused: Readonly<Record<string, number>>;
}

/** Each contender once in each pass, so that what the machine does meanwhile meets all of them. */
export async function runPasses(
  contenders: readonly Contender[],
  { passes, seconds }: Pick<BenchOptions, 'passes' | 'seconds'>,
  postgres: number,
  tell: (measured: Measured) => void,
): Promise<Measured[]> {
  const results: Measured[] = [];
  for (let pass = 1; pass <= passes; pass += 1) {
    for (const contender of contenders) {
      const measured = await measure(contender, seconds, postgres);
      tell(measured);
      results.push(measured);
    }
  }
  return results;
}

async function measure(contender: Contender, seconds: number, postgres: number): Promise<Measured> {
  const before = lookAround(contender, postgres);
  const { count, seconds: took, p50, p99, refused = {} } = await contender.run(seconds);
  const after = lookAround(contender, postgres);
  const each = (one: keyof typeof before) => divide(subtract(after[one], before[one]), count);
  const ours = subtract(after.ours, before.ours);
  const others = divide(subtract(subtract(after.all, before.all), ours), took * 1e6);
  return {
    name: contender.name,
    rate: count / took,
    p50,
    p99,
    nodeCpu: contender.nodes.length > 0 ? each('nodes') : null,
    postgresCpu: contender.usesPostgres ? each('postgres') : null,
    others: others === null ? null : Math.max(0, others),
    refused,
  };
}

function lookAround({ nodes }: Contender, postgres: number) {
  const time = readProcessorTime();
  const ofPostgres = time.ofFamily(postgres);
  const ofThisAndBelow = time.ofFamily(process.pid);
  return {
    all: time.ofAll(),
    ours: ofPostgres === null || ofThisAndBelow === null ? null : ofPostgres + ofThisAndBelow,
    postgres: ofPostgres,
    nodes: nodes.reduce<number | null>((sum, pid) => add(sum, time.ofFamily(pid)), 0),
  };
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

function subtract(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}

function divide(one: number | null, by: number): number | null {
  return one === null || by === 0 ? null : one / by;
}
