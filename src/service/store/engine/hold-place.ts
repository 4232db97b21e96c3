import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreUnavailable } from '../../errors/store-unavailable';

/** What the engine never makes anew: the directory itself, its control file, and where its tables and its log are. */
const lasting = ['', 'global/pg_control', 'base', 'pg_wal'];

/**
 * A look at whether the engine's files are still those that it has open. On files that were removed it would go on to
 * write as if nothing had happened, and keep nothing. Once they are gone, it stays so: what came in between may be lost.
 * @throws StoreUnavailable, from what it gives back.
 */
export function holdPlace(directory: string): () => void {
  const identify = () => lasting.map((name) => identifyFile(join(directory, name)));
  const opened = identify();
  let loss: StoreUnavailable | null = null;
  return () => {
    loss ??= findLoss(() => identify().every((identity, n) => identity === opened[n]));
    if (loss) throw loss;
  };
}

function findLoss(isHeld: () => boolean): StoreUnavailable | null {
  const message = 'The files of the embedded store were taken away while it was open.';
  try {
    return isHeld() ? null : new StoreUnavailable(message);
  } catch (error) {
    return new StoreUnavailable(message, { cause: error });
  }
}

function identifyFile(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev} ${ino}`;
}
