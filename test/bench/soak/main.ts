import { setTimeout as wait } from 'node:timers/promises';
import { findPostgresBinaries } from '../../shared/postgres/find-binaries';
import { serveEmpty } from '../contenders/serve-empty';
import { answerJobs } from '../load/answer-jobs';
import type { LoadJob } from '../load/load-job';
import { type LoadProcess, startLoadProcess } from '../load/start-load-process';
import { type Stage, setStage } from '../stage';
import { writeSoak } from './report';
import { lookAtSoak, type SoakSample } from './sample';

/**
 * `npm run soak`: the bench's mix for an hour at half of what one node can do, measured at the start; every part of it a
 * sample. `--minutes=` and `--share=` (of the capacity) change that. The same program is the process that asks, by its
 * first word.
 */
async function main(words: readonly string[]): Promise<void> {
  const { minutes, share } = readWords(words);
  const binaries = findPostgresBinaries();
  if (binaries === null) throw new Error('The soak needs the programs of PostgreSQL 15 or later.');
  const stage = await setStage(binaries, 100_000);
  const load = startLoadProcess();
  try {
    const job = await mixOn(stage);
    const capacity = await measureCapacity(load, job);
    const perSecond = capacity * share;
    tell(
      `${Math.round(capacity)} requests a second are its capacity; ${Math.round(perSecond)} are asked for ${minutes} minutes.`,
    );
    const samples = await soak(stage, load, { ...job, perSecond }, minutes * 60_000);
    process.stdout.write(writeSoak({ capacity, perSecond, samples }));
    if ((samples.at(-1)?.missing ?? 0) > 0) throw new Error('Acknowledged messages are missing.');
    // A node that is asked for more than the machine lets it answer says so, and nothing else.
    if (samples.some(({ refused }) => Object.keys(refused).some((status) => status !== '503')))
      throw new Error('Answers were neither right nor 503.');
  } finally {
    await load.close();
    await stage.remove();
  }
}

/** Enough for a slope, and each long enough for a percentile. */
const parts = 60;

/** Milliseconds of one part at least. */
const shortestPart = 5_000;

async function soak(stage: Stage, load: LoadProcess, job: LoadJob, duration: number): Promise<SoakSample[]> {
  const began = Date.now();
  const length = Math.max(shortestPart, duration / parts);
  const samples: SoakSample[] = [];
  let first = 1_000_000;
  let acknowledged = 0;
  const before = await lookAtSoak(stage);
  while (Date.now() - began < duration) {
    const result = await load.run({ ...job, milliseconds: length, first });
    first += result.count;
    acknowledged += result.made;
    const seen = await lookAtSoak(stage);
    const sample = {
      ...seen,
      ...{
        minute: (Date.now() - began) / 60_000,
        rate: result.count / result.seconds,
        p50: result.p50,
        p99: result.p99,
      },
      walBytes: seen.walBytes - before.walBytes,
      missing: acknowledged - (seen.messages - before.messages),
      refused: result.refused,
    };
    samples.push(sample);
    tell(describe(sample));
  }
  return samples;
}

async function mixOn(stage: Stage): Promise<LoadJob> {
  const tokens = await stage.signTokens(stage.small, 1);
  const scenario = { kind: 'mix', site: stage.small, tokens } as const;
  return { scenario, ports: [stage.nodes[0].port], connections: 32, milliseconds: 10_000 };
}

/** Of the second of two runs: the first one warms up. */
async function measureCapacity(load: LoadProcess, job: LoadJob): Promise<number> {
  await load.run(job);
  await wait(1_000);
  const { count, seconds } = await load.run({ ...job, first: 500_000 });
  return count / seconds;
}

function describe({ minute, rate, p50, p99, memory, handles, deadRows, missing, refused }: SoakSample): string {
  const numbers = [
    `${minute.toFixed(1)} min`,
    `${Math.round(rate)}/s`,
    `p50 ${p50.toFixed(1)}`,
    `p99 ${p99.toFixed(1)} ms`,
  ];
  const kept = [`${Math.round((memory ?? 0) / 1e6)} MB`, `${handles} handles`, `${deadRows} dead rows`];
  return [...numbers, ...kept, `missing ${missing}`, `refused ${JSON.stringify(refused)}`].join('  ');
}

function readWords(words: readonly string[]): { readonly minutes: number; readonly share: number } {
  const values = { minutes: 60, share: 0.5 };
  for (const word of words) {
    const [, name, value] = /^--(minutes|share)=([\d.]+)$/.exec(word) ?? [];
    if (name === undefined || !(Number(value) > 0)) throw new Error(`There is no option ${word}: --minutes=, --share=`);
    values[name as keyof typeof values] = Number(value);
  }
  return values;
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const [role, ...words] = process.argv.slice(2);
if (role === 'load') answerJobs();
else if (role === 'empty') void serveEmpty();
else {
  main([...(role === undefined ? [] : [role]), ...words]).catch((error: unknown) => {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  });
}
