import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Whether this machine has strace, which makes calls of the system slow: https://strace.io */
export const canSlowSyncs = (() => {
  try {
    // A program of its own, so that the rights are tried and not only the program.
    execFileSync('strace', ['-f', '-o', '/dev/null', '-e', 'inject=fdatasync:delay_exit=1', 'true'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
})();

/** From now on what these processes and those they make write to the disk takes so long. Resolves with what ends it. */
export async function slowSyncs(pids: readonly number[], milliseconds: number): Promise<() => Promise<void>> {
  const calls = 'fdatasync,fsync,sync_file_range';
  const delay = `inject=${calls}:delay_exit=${milliseconds * 1000}`;
  const attached = pids.flatMap((pid) => ['-p', `${pid}`]);
  const words = ['-f', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', delay, ...attached];
  const strace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(strace, 'exit');
  // It tells each process that it holds.
  await Promise.race([once(strace.stderr, 'data'), ended]);
  if (strace.exitCode !== null) throw new Error('strace has ended.');
  return async () => {
    strace.kill('SIGINT');
    await ended;
  };
}
