import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time in microseconds, as Linux tells it in /proc; elsewhere it is not known (null).
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export interface ProcessorTime {
  /** By a process and by those that it has started. */
  ofFamily(pid: number): number | null;
  /** By everything on this machine. */
  ofAll(): number | null;
}

/** Microseconds of a clock tick: USER_HZ is 100 on every platform that Node runs on. */
const tick = 10_000;

export function readProcessorTime(): ProcessorTime {
  return { ofFamily: (pid) => orNull(() => sumFamily(pid)), ofAll: () => orNull(sumMachine) };
}

function orNull(read: () => number): number | null {
  if (process.platform !== 'linux') return null;
  return read();
}

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were waited for. */
  readonly ended: number;
}

function sumFamily(pid: number): number {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : null;
    if (stat !== null) stats.set(Number(name), stat);
  }
  const sum = (one: number): number => {
    const stat = stats.get(one);
    if (!stat) return 0;
    const children = [...stats].filter(([, { parent }]) => parent === one);
    return stat.own + stat.ended + children.reduce((total, [child]) => total + sum(child), 0);
  };
  return sum(pid) * tick;
}

/** Null for one that has ended meanwhile. */
function readStat(name: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may hold anything.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return null;
  }
}

function sumMachine(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq) * tick;
}

/** Bytes that a process holds in memory; null where it is not known. */
export function readResidentMemory(pid: number): number | null {
  return orNull(() => {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  });
}
