import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { engineFlags } from '../engine/engine-flags';
import type { BundledProgram } from './bundle-program';

/** A program as a process of its own, with what it has said so far. */
export interface Child {
  readonly pid: number;
  /** Resolves with the first line of standard output or standard error that matches. @throws Error when the process ends first. */
  line(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Nobody reads its standard output any more. */
  closeOutput(): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export function startChild(
  { path, env }: BundledProgram,
  words: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Child {
  const child = spawn(process.execPath, [...engineFlags, path, ...words], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...said }));
  return {
    pid: pidOf(child),
    line: async (pattern) => {
      for (let end: Awaited<typeof ended> | null = null; ; ) {
        const found = `${said.stdout}\n${said.stderr}`.split('\n').find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (end) throw new Error(`It ended without the line:\n${end.stdout}${end.stderr}`);
        const more = [child.stdout, child.stderr].map((stream) => once(stream, 'data').then(() => null));
        end = await Promise.race([...more, ended]);
      }
    },
    kill: (signal) => {
      child.kill(signal);
    },
    closeOutput: () => {
      child.stdout.destroy();
    },
    ended,
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The process did not start.');
  return child.pid;
}
