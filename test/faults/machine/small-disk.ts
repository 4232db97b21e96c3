import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory. */
export interface SmallDisk {
  readonly path: string;
  /** Takes every free byte. */
  fill(): Promise<void>;
  /** Gives them back. */
  empty(): Promise<void>;
  remove(): void;
}

/** Null where this user may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'aside-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: async () => {
      await chmod(path, 0o755);
      const file = await open(ballast, 'a');
      // Ever smaller pieces, so that the last page is taken too.
      for (const size of [1 << 20, 4096, 1]) {
        const piece = Buffer.alloc(size);
        while (
          await file.write(piece).then(
            () => true,
            () => false,
          )
        );
      }
      await file.close();
    },
    empty: () => rm(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', [path]);
      rmSync(path, { recursive: true });
    },
  };
}
