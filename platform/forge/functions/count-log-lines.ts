import { findInvocation } from './invocation';

const methods = ['debug', 'log', 'info', 'warn', 'error'] as const;
type Write = (...words: unknown[]) => void;

const counting = new WeakSet<Write>();

/**
 * Tells each invocation of the lines that its function writes to the console, and keeps back those that it may not
 * write. The console belongs to the process: however many rooms are opened, it is taken once, and it stays taken.
 */
export function countLogLines(): void {
  for (const method of methods) {
    const write: Write = console[method];
    if (counting.has(write)) continue;
    const count: Write = (...words) => {
      if (findInvocation()?.writeLine(method) !== false) write(...words);
    };
    counting.add(count);
    console[method] = count;
  }
}
