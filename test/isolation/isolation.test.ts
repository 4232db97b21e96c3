import fc from 'fast-check';
import { commands } from './commands';
import type { Model } from './model';
import { observe } from './observe';
import { openWorld, people } from './world';

jest.setTimeout(3_600_000);

/**
 * `ISOLATION_RUNS`: how many histories, each with a service of its own; `ISOLATION_STEPS`: the most steps in one;
 * `ISOLATION_SEED`: `random`, or the number that a failure tells.
 */
const runs = Number(process.env['ISOLATION_RUNS'] ?? 3);
const steps = Number(process.env['ISOLATION_STEPS'] ?? 25);
const seed = process.env['ISOLATION_SEED'] === 'random' ? Date.now() : Number(process.env['ISOLATION_SEED'] ?? 16);

test('whatever people do on two sites, nobody sees, counts, finds, pages to or infers what is not theirs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: steps, size: 'max' }), async (history) => {
      const model: Model = { conversations: [], blocks: new Set() };
      const world = await openWorld(model);
      try {
        await fc.asyncModelRun(() => ({ model, real: world }), history);
        for (const person of people) await observe(model, world, person);
      } finally {
        await world.close();
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
});
