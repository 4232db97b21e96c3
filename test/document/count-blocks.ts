import { type Profiler, Session } from 'node:inspector';

const session = new Session();

/** Begins before the code that is counted runs for the first time: what V8 has compiled before has no counters. */
export function startCounting(): void {
  session.connect();
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** How many blocks of the code of documents and of their parser run while this works, as V8 counts them for coverage. */
export function countBlocks(work: () => unknown): number {
  ask('Profiler.takePreciseCoverage');
  work();
  const { result } = ask('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
  return result
    .filter(({ url }) => /src\/document|markdown-it|linkify-it/.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((all, count) => all + count, 0);
}

export function stopCounting(): void {
  session.disconnect();
}

/** It answers before it returns. */
function ask(method: string, parameters: object = {}): unknown {
  const answers: unknown[] = [];
  session.post(method, parameters, (error, answer) => answers.push(error ?? answer));
  return answers[0];
}
