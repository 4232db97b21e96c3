import { findInvocation } from './invocation';

const methods = ['debug', 'log', 'info', 'warn', 'error'] as const;
type Write = (...words: unknown[]) => void;

const counting = new WeakSet<Write>();
let rooms = 0;
const takenBack: (() => void)[] = [];

/**
 * Tells each invocation of the lines that its function writes to the console, and keeps back those that it may not
 * write. The console belongs to the process: however many rooms are open, it is taken once.
 * @returns what gives it back, with the last room that is open.
 */
export function countLogLines(): () => void {
  rooms += 1;
  for (const method of methods) {
    const write: Write = console[method];
    if (!counting.has(write)) takenBack.push(take(method, write));
  }
  let isGivenBack = false;
  return () => {
    if (isGivenBack) return;
    isGivenBack = true;
    rooms -= 1;
    if (rooms === 0) for (const giveBack of takenBack.splice(0).reverse()) giveBack();
  };
}

function take(method: (typeof methods)[number], write: Write): () => void {
  const count: Write = (...words) => {
    if (findInvocation()?.writeLine(method) !== false) write(...words);
  };
  counting.add(count);
  console[method] = count;
  return () => {
    // Whoever took it since keeps it.
    if (console[method] === count) console[method] = write;
  };
}
