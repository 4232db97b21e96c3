import { resolve } from 'node:path';
import { closeToOthers } from './close-to-others';
import { DirectoryUnusable } from './directory-unusable';
import { errorCode } from './error-code';
import { isBeating, startHeartbeat } from './heartbeat';
import { findLastLock, makeLock, readOwner, releaseLock, removeLocksBelow } from './lock-files';
import { makeDirectory } from './make-directory';
import { describeThisProcess, type Owner } from './owner';
import { isRunning } from './process-identity';

/** Another process owns the directory. */
export class DirectoryLocked extends Error {
  override readonly name = 'DirectoryLocked';
  constructor(
    readonly directory: string,
    readonly pid: number,
    /** Where it is not on this machine, or in another container. */
    host: string | null = null,
  ) {
    const elsewhere = host === null ? '' : ` on ${host}`;
    super(
      `The data directory ${directory} is in use by the process ${pid}${elsewhere}. Two on one directory would lose messages: end that one first, or name another directory.`,
    );
  }
}

export interface DirectoryLock {
  /** Absolute. */
  readonly directory: string;
  /** Gives the directory up. The store in it must be closed by then. */
  release(): Promise<void>;
}

/**
 * Makes this process the one owner of a data directory, which is made (mode 0700) where there is none, and closed to
 * others where it is there. What a killed owner left is taken over.
 *
 * The lock is a row of files `owner.1`, `owner.2`, …: who has the highest owns the directory, for as long as its
 * process runs and has not released it. A successor makes the next number, which only one can; the highest is never
 * removed, so that nobody who looked earlier can step in behind a later owner. An owner in another container or on
 * another machine cannot be seen: it lives while it touches its file every 5 s.
 * @throws DirectoryLocked when a living process owns it; LockDamaged; DirectoryUnusable.
 */
export async function lockDataDirectory(path: string, onLost: () => void = endProcess): Promise<DirectoryLock> {
  const directory = resolve(path);
  try {
    await makeDirectory(directory);
    await closeToOthers(directory).catch((error: unknown) => {
      throw new DirectoryUnusable(directory, error);
    });
    return await takeLock(directory, onLost);
  } catch (error) {
    if (errorCode(error) !== null) throw new DirectoryUnusable(directory, error);
    throw error;
  }
}

async function takeLock(directory: string, onLost: () => void): Promise<DirectoryLock> {
  const own = await describeThisProcess();
  for (;;) {
    const last = await findLastLock(directory);
    const owner = last === 0 ? null : await readOwner(directory, last);
    if (owner && seesEachOther(owner, own)) {
      if (await isRunning(owner)) throw new DirectoryLocked(directory, owner.pid);
    } else if (owner && (await isBeating(directory, last))) {
      throw new DirectoryLocked(directory, owner.pid, owner.host);
    }
    const number = last + 1;
    if (!(await makeLock(directory, number, own))) continue;
    // The last but one stays: a listing that misses a name made meanwhile still shows a later one than its reader's.
    await removeLocksBelow(directory, last);
    const heartbeat = startHeartbeat(directory, number, onLost);
    return {
      directory,
      release: () => {
        heartbeat.stop();
        return releaseLock(directory, number);
      },
    };
  }
}

function seesEachOther(owner: Owner, own: Owner): boolean {
  return owner.space === null || owner.space === own.space;
}

/** Whoever stepped in has the files open: what this process acknowledged from now on would be lost. */
function endProcess(): void {
  process.stderr.write('aside: Another process has taken over the data directory. This one ends at once.\n');
  process.exit(70);
}
