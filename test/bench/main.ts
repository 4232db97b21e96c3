import { findPostgresBinaries } from '../shared/postgres/find-binaries';
import { serveEmpty } from './contenders/serve-empty';
import { listContenders } from './list-contenders';
import { answerJobs } from './load/answer-jobs';
import { startLoadProcess } from './load/start-load-process';
import { readResidentMemory } from './measuring/processor-time';
import { type Measured, runPasses } from './measuring/run-passes';
import { summarise } from './measuring/summarise';
import { readOptions } from './options';
import { compareWithTargets } from './report/targets';
import { describeMachine, writeReport } from './report/write-report';
import { setStage } from './stage';

/** `npm run bench`; the same program is the process that asks and the empty server, by its first word. */
async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const binaries = findPostgresBinaries();
  if (binaries === null) {
    throw new Error('The bench needs the programs of PostgreSQL 15 or later (on Debian: apt-get install postgresql).');
  }
  tell('Filling the stores and starting the contenders …');
  const stage = await setStage(binaries, options.largeSite);
  const load = startLoadProcess();
  try {
    const idleMemory = readResidentMemory(stage.nodes[0].pid);
    const all = await listContenders(stage, load, binaries, options);
    const contenders = all.filter(({ name }) => name.includes(options.only));
    for (const contender of contenders) await contender.prepare?.();
    const results = await runPasses(contenders, options, stage.postgres.pid, (measured) => tell(describe(measured)));
    const summaries = summarise(results, options.noise);
    const targets = compareWithTargets(summaries, idleMemory);
    const report = { options, machine: describeMachine(), summaries, targets };
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : writeReport(report));
    requireAnswers(results);
  } finally {
    await load.close();
    await stage.remove();
  }
}

function describe({ name, rate, p50, p99, nodeCpu, postgresCpu, others, refused }: Measured): string {
  const cpu = [nodeCpu, postgresCpu].map((value) => (value === null ? '–' : `${Math.round(value)}`)).join(' + ');
  const around = others === null ? '' : `, others ${others.toFixed(2)}`;
  const wrong = Object.keys(refused).length > 0 ? `, refused ${JSON.stringify(refused)}` : '';
  return `${name.padEnd(44)} ${Math.round(rate)}/s  p50 ${p50.toFixed(2)}  p99 ${p99.toFixed(1)} ms  CPU ${cpu} µs${around}${wrong}`;
}

/** What the load asks is right, so that only a service with more to do than it can may refuse it. @throws Error */
function requireAnswers(results: readonly Measured[]): void {
  const wrong = results.filter(({ refused }) => Object.keys(refused).some((status) => status !== '503'));
  if (wrong.length > 0) throw new Error(`Not answered as it should be: ${wrong.map(describe).join('; ')}`);
  const silent = results.filter(({ rate }) => rate === 0);
  if (silent.length > 0) throw new Error(`Not answered at all: ${silent.map(({ name }) => name).join('; ')}`);
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
