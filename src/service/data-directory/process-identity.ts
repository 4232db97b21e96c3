import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode } from './error-code';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Only compared, never read; null where the system does not say. */
  readonly startedAt: string | null;
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  const state = await readState(pid);
  return { pid, startedAt: state?.startedAt ?? null };
}

/** Whether this very process still runs. In doubt it does. */
export async function isRunning({ pid, startedAt }: ProcessIdentity): Promise<boolean> {
  if (!takesSignals(pid)) return false;
  const state = await readState(pid);
  if (!state) return true;
  // A killed process whose parent has not asked for its end yet is still listed: it holds nothing any more.
  return !state.hasEnded && (startedAt === null || state.startedAt === startedAt);
}

function takesSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs as another user.
    return errorCode(error) === 'EPERM';
  }
}

interface ProcessState {
  readonly startedAt: string;
  readonly hasEnded: boolean;
}

async function readState(pid: number): Promise<ProcessState | null> {
  return process.platform === 'linux' ? readProc(pid) : readPs(pid);
}

/** proc(5), /proc/pid/stat: after the name in brackets, which may hold anything, state is field 3 and starttime 22. */
async function readProc(pid: number): Promise<ProcessState | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields?.at(0), fields?.at(22 - 3)];
  return state && startedAt ? { startedAt, hasEnded: state === 'Z' || state === 'X' } : null;
}

async function readPs(pid: number): Promise<ProcessState | null> {
  const options = { env: { ...process.env, LC_ALL: 'C' }, timeout: 5000 };
  const ps = promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', `${pid}`], options);
  const line = await ps.then(({ stdout }) => stdout.trim()).catch(() => '');
  const [, state, startedAt] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  return state && startedAt ? { startedAt, hasEnded: state.startsWith('Z') } : null;
}
