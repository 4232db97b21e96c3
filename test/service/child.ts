import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { BundledProgram } from './bundle-program';

/** A program as a process of its own, with what it has said so far. */
export interface Child {
  readonly pid: number;
  /** Resolves with the first line of standard output that matches. @throws Error when the process ends first. */
  line(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

export function startChild(
  { path, env }: BundledProgram,
  words: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Child {
  const child = spawn(process.execPath, [path, ...words], {
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
      for (;;) {
        const found = said.stdout.split('\n').find((line) => pattern.test(line));
        if (found !== undefined) return found;
        const end = await Promise.race([once(child.stdout, 'data').then(() => null), ended]);
        if (end && !pattern.test(end.stdout)) throw new Error(`It ended without the line:\n${end.stdout}${end.stderr}`);
      }
    },
    kill: (signal) => {
      child.kill(signal);
    },
    ended,
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The process did not start.');
  return child.pid;
}
