import { join, relative } from 'node:path';

/** What every system's `sun_path` can hold: macOS has the least, 104 bytes with the closing zero. */
const longest = 103;

/**
 * Where the owner of a data directory listens, as the shorter of the absolute path and the one from here.
 * @throws Error when both are too long for a socket, which the system would cut or refuse.
 */
export function findControlPath(directory: string, workingDirectory = process.cwd()): string {
  const absolute = join(directory, 'control.sock');
  const fromHere = relative(workingDirectory, absolute);
  const [shorter, length] = [absolute, fromHere]
    .map((path) => [path, Buffer.byteLength(path)] as const)
    .reduce((best, next) => (next[1] < best[1] ? next : best));
  if (length <= longest) return shorter;
  throw new Error(
    `The data directory's path is too long for a socket in it (${length} bytes, at most ${longest}): ${directory}`,
  );
}
