import { join } from 'node:path';
import { makeStore } from '../../shared/engine/make-store';
import { type BundledProgram, bundleProgram } from '../../shared/program/bundle-program';
import { type Child, startChild } from '../../shared/program/child';
import { useTemporaryDirectories } from '../../shared/program/temporary-directory';

/** The command line as a user has it, over one data directory of the file's own. */
export interface CommandLine {
  /** The first opening of a store takes seconds, so that the tests of a file share it. */
  readonly dataDir: string;
  readonly program: BundledProgram;
  start(words: readonly string[], env?: NodeJS.ProcessEnv): Child;
  run(words: readonly string[], env?: NodeJS.ProcessEnv): Child['ended'];
  /** `aside serve`, once it listens. */
  serve(env?: NodeJS.ProcessEnv): Promise<{ readonly child: Child; readonly line: string; readonly url: string }>;
  /** Kills what still runs. It is done when the file has ended anyway. */
  endAll(): Promise<void>;
}

/**
 * @param store whether the directory is there from the start, with an empty store, or nothing has made it yet.
 * @param settings the environment of every command, beside a silent log and a port that is free.
 */
export function useCommandLine(store: 'made' | 'not made yet', settings: NodeJS.ProcessEnv = {}): CommandLine {
  const makeDirectory = useTemporaryDirectories();
  const children: Child[] = [];
  let program: BundledProgram;
  let dataDir: string;

  const endAll = async () => {
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
      await child.ended;
    }
  };
  beforeAll(async () => {
    program = await bundleProgram(join(__dirname, '../../../src/service/cli/main.ts'));
    dataDir = join(await makeDirectory(), 'data');
    if (store === 'made') await makeStore(dataDir);
  });
  afterAll(endAll);

  const start: CommandLine['start'] = (words, env = {}) => {
    const own = { ASIDE_DATA_DIR: dataDir, ASIDE_PORT: '0', ASIDE_LOG_LEVEL: 'silent' };
    const child = startChild(program, words, { ...own, ...settings, ...env });
    children.push(child);
    return child;
  };
  return {
    get dataDir() {
      return dataDir;
    },
    get program() {
      return program;
    },
    start,
    run: (words, env) => start(words, env).ended,
    serve: async (env) => {
      const child = start(['serve'], env);
      const line = await child.line(/^Aside listens/);
      return { child, line, url: /http:\S+/.exec(line)?.[0] ?? '' };
    },
    endAll,
  };
}
