/**
 * `npm run bench:app`: what the app costs on Atlassian's platform. For each action its invocations, calls and points of
 * Jira, counted by the tests' own means (test/app/costs); what the bundles weigh; and how long Node takes to load the
 * functions cold, each time in a process of its own. `--json` prints the figures alone.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Cost } from '../../platform/happenings/meter';
import { bundleApp } from '../../scripts/forge/bundle';
import { loadManifest } from '../../scripts/forge/load-manifest';
import { percentile } from './measuring/statistics';

interface Weight {
  readonly file: string;
  readonly bytes: number;
  readonly gzipped: number;
}

/** Milliseconds. */
interface ColdLoad {
  readonly file: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Of a process that loads nothing, in all. */
  readonly emptyProcess: number;
}

const loads = 9;
const output = join('dist', 'forge');

/** What the test counts; it says itself where that is over a cap, or not what the guide says. */
function countCosts(): [string, Cost][] {
  const folder = mkdtempSync(join(tmpdir(), 'aside-costs-'));
  const file = join(folder, 'costs.json');
  try {
    const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), 'test/app/costs', '--maxWorkers=1'];
    const env = { ...process.env, COSTS_FILE: file };
    const { status } = spawnSync(process.execPath, jest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) process.exitCode = 1;
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Cost][]) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function weighBundles(): Promise<Weight[]> {
  const { content } = await loadManifest();
  if (!content) throw new Error('The manifest cannot be read.');
  // It says what each file weighs as it goes, which is said again below.
  const say = console.log;
  console.log = () => undefined;
  const over = await bundleApp(process.cwd(), content).finally(() => {
    console.log = say;
  });
  for (const sentence of over) console.error(sentence);
  return readdirSync(output, { recursive: true })
    .map((name) => join(output, String(name)))
    .filter((file) => /\.c?js$/.test(file) && statSync(file).isFile())
    .sort()
    .map((file) => {
      const text = readFileSync(file);
      return { file: relative(output, file), bytes: text.length, gzipped: gzipSync(text).length };
    });
}

function loadCold({ file }: Weight): ColdLoad {
  const path = JSON.stringify(join(process.cwd(), output, file));
  const timed = `const began = performance.now(); require(${path}); process.stdout.write(String(performance.now() - began)); process.exit()`;
  const times = Array.from({ length: loads }, () =>
    Number(execFileSync(process.execPath, ['-e', timed], { encoding: 'utf8' })),
  ).sort((one, other) => one - other);
  const empty = Array.from({ length: loads }, () => {
    const began = performance.now();
    execFileSync(process.execPath, ['-e', '']);
    return performance.now() - began;
  }).sort((one, other) => one - other);
  const [least = 0] = times;
  const [median, most] = [percentile(times, 0.5), times.at(-1) ?? 0];
  return { file, median, least, most, emptyProcess: percentile(empty, 0.5) };
}

async function main(): Promise<void> {
  const weights = await weighBundles();
  const cold = weights.filter(({ file }) => file.startsWith('functions')).map(loadCold);
  const costs = countCosts();
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ costs, weights, cold }, null, 2)}\n`);
    return;
  }
  const round = (value: number) => value.toFixed(1);
  const lines = [
    '| action | invocations | calls of Jira | points of Jira | calls of the service | storage | Realtime |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...costs.map(
      ([what, cost]) =>
        `| ${what} | ${cost.invocations} | ${cost.jiraCalls} | ${cost.points} | ${cost.remoteCalls} | ${cost.storageOperations} | ${cost.realtimeOperations} |`,
    ),
    '',
    '| bundle | bytes | gzipped |',
    '|---|---:|---:|',
    ...weights.map(({ file, bytes, gzipped }) => `| ${file} | ${bytes} | ${gzipped} |`),
    '',
    `| loaded cold, ${loads} times, Node ${process.version} | ms, median (least to most) | an empty process, ms |`,
    '|---|---:|---:|',
    ...cold.map(
      ({ file, median, least, most, emptyProcess }) =>
        `| ${file} | ${round(median)} (${round(least)} to ${round(most)}) | ${round(emptyProcess)} |`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
