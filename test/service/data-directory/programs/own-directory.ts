import { lockDataDirectory } from '../../../../src/service/data-directory/lock-data-directory';

/** Owns the directory that it is given, says so, and stays until it is killed. */
async function ownDirectory(): Promise<void> {
  try {
    await lockDataDirectory(process.argv[2] ?? '');
    process.stdout.write('owner\n');
    setInterval(() => {}, 1000);
  } catch (error) {
    process.stdout.write(`refused: ${error instanceof Error ? error.message : error}\n`);
  }
}

void ownDirectory();
