import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code';
import { LockDamaged } from './lock-damaged';
import type { Owner } from './owner';

const lockName = /^owner\.(\d{1,15})$/;

/** The highest number in the directory, 0 for none. */
export async function findLastLock(directory: string): Promise<number> {
  return Math.max(0, ...(await listLocks(directory)));
}

/** Null when the owner has released it, or it was removed meanwhile. */
export async function readOwner(directory: string, number: number): Promise<Owner | null> {
  const path = nameLock(directory, number);
  const text = await readFile(path, 'utf8').catch(ignoreAbsent);
  if (text === null) return null;
  const owner = parseLock(path, text);
  if (owner === null) return null;
  if (typeof owner === 'object' && 'pid' in owner && typeof owner.pid === 'number') {
    const startedAt = 'startedAt' in owner && typeof owner.startedAt === 'string' ? owner.startedAt : null;
    const host = 'host' in owner && typeof owner.host === 'string' ? owner.host : '';
    const space = 'space' in owner && typeof owner.space === 'string' ? owner.space : null;
    return { pid: owner.pid, startedAt, host, space };
  }
  throw new LockDamaged(path);
}

function parseLock(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LockDamaged(path);
  }
}

/**
 * Makes this number the owner's, if nobody has it and none above it is there: who fell behind while looking makes a
 * number that was passed already. Tells whether it did.
 */
export async function makeLock(directory: string, number: number, owner: Owner): Promise<boolean> {
  return (await linkLock(directory, number, owner)) && (await findLastLock(directory)) === number;
}

/** Where the directory was taken away, there is nothing to release. */
export async function releaseLock(directory: string, number: number): Promise<void> {
  const draft = await writeDraft(directory, null).catch(ignoreAbsent);
  if (draft !== null) await rename(draft, nameLock(directory, number));
}

export async function removeLocksBelow(directory: string, number: number): Promise<void> {
  const passed = (await listLocks(directory)).filter((other) => other < number);
  await Promise.all(passed.map((other) => rm(nameLock(directory, other), { force: true })));
}

/** When it was touched last, in milliseconds; null when it is gone. */
export async function readBeat(directory: string, number: number): Promise<number | null> {
  const state = await stat(nameLock(directory, number)).catch(ignoreAbsent);
  return state === null ? null : state.mtimeMs;
}

export async function touchLock(directory: string, number: number): Promise<void> {
  const now = new Date();
  await utimes(nameLock(directory, number), now, now);
}

async function listLocks(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names.flatMap((name) => lockName.exec(name)?.[1] ?? []).map(Number);
}

/** link(2) fails where the name is taken, and the file appears with its content, never empty. */
async function linkLock(directory: string, number: number, owner: Owner): Promise<boolean> {
  const draft = await writeDraft(directory, owner);
  try {
    await link(draft, nameLock(directory, number));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(directory: string, owner: Owner | null): Promise<string> {
  const draft = join(directory, `.owner-${randomUUID()}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(owner)}\n`);
    // On the disk before it is linked: after a power cut an empty lock would keep everyone out.
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

function nameLock(directory: string, number: number): string {
  return join(directory, `owner.${number}`);
}

function ignoreAbsent(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}
