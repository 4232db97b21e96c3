import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where the suites of one run keep what they share; `prepare-run.ts` names it for every worker. */
export const runDirectoryVariable = 'TEST_RUN_DIRECTORY';

type Told = { readonly made: unknown } | { readonly failed: string };

/**
 * What is too dear to be made for each suite: the first one that asks makes it, in a directory of its own, and every
 * other one of this run waits for it, in whichever worker. `make` resolves with JSON.
 * @throws Error with the reason when it could not be made, to each that asks.
 */
export async function makeOnce<Made>(name: string, make: (directory: string) => Promise<Made>): Promise<Made> {
  const directory = join(nameRunDirectory(), name);
  const isFirst = await mkdir(directory).then(
    () => true,
    () => false,
  );
  if (isFirst) await tell(directory, await attempt(make, directory));
  for (;;) {
    const told = await readTold(directory);
    if (told === null) await wait(50);
    else if ('failed' in told) throw new Error(`${name} could not be made: ${told.failed}`);
    else return told.made as Made;
  }
}

/** What was made under this name in this run; null where nothing was. */
export async function findMade(name: string): Promise<unknown> {
  const told = await readTold(join(nameRunDirectory(), name));
  return told !== null && 'made' in told ? told.made : null;
}

function nameRunDirectory(): string {
  const directory = process.env[runDirectoryVariable];
  if (directory === undefined) throw new Error(`${runDirectoryVariable} is unset: jest.config.js sets the run up.`);
  return directory;
}

async function attempt(make: (directory: string) => Promise<unknown>, directory: string): Promise<Told> {
  return make(directory).then(
    (made) => ({ made }),
    (error: unknown) => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
}

/** Under another name first, so that nobody reads half of it. */
async function tell(directory: string, told: Told): Promise<void> {
  await writeFile(join(directory, 'told.part'), JSON.stringify(told));
  await rename(join(directory, 'told.part'), join(directory, 'told.json'));
}

async function readTold(directory: string): Promise<Told | null> {
  const text = await readFile(join(directory, 'told.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Told);
}
