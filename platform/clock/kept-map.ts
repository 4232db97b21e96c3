import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A value under a key; undefined removes it. */
export type Change<V> = readonly [key: string, value: V | undefined];

/** A map that is still there at the next start. What `write` is given is kept as a whole or not at all. */
export interface KeptMap<V> {
  get(key: string): V | undefined;
  entries(): readonly (readonly [string, V])[];
  write(...changes: readonly Change<V>[]): void;
}

/** A map that is kept nowhere: gone with the room. */
export function openMemoryMap<V>(): KeptMap<V> {
  const values = new Map<string, V>();
  return {
    get: (key) => values.get(key),
    entries: () => [...values],
    write: (...changes) => apply(values, changes),
  };
}

/**
 * Opens the map kept in `file`, which need not exist. The file is a journal, a line a write: a kill at any moment loses
 * at most the line that was being written. It is readable by its owner only, since functions keep secrets in it.
 * @throws where the file is there but is not ours to read, since overwriting it would lose something.
 */
export function openKeptMap<V>(file: string): KeptMap<V> {
  const values = new Map<string, V>();
  let lines = 0;
  const rewrite = (): void => {
    const text = [...values].map((entry) => `${JSON.stringify([entry])}\n`).join('');
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    lines = values.size;
  };
  mkdirSync(dirname(file), { recursive: true });
  for (const changes of readJournal<V>(file)) apply(values, changes);
  rewrite();
  return {
    get: (key) => values.get(key),
    entries: () => [...values],
    write: (...changes) => {
      if (changes.length === 0) return;
      apply(values, changes);
      appendFileSync(file, `${JSON.stringify(changes)}\n`, { mode: 0o600 });
      lines += 1;
      if (lines > 2 * values.size + 1_000) rewrite();
    },
  };
}

function apply<V>(values: Map<string, V>, changes: readonly Change<V>[]): void {
  for (const [key, value] of changes) {
    if (value === undefined || value === null) values.delete(key);
    else values.set(key, value);
  }
}

function readJournal<V>(file: string): readonly (readonly Change<V>[])[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  try {
    // What follows the last line break was being written when the process ended.
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as readonly Change<V>[]);
  } catch (cause) {
    throw new Error(`${file} is not readable. Remove it to start without what it held.`, { cause });
  }
}
