import { randomUUID } from 'node:crypto';
import fc from '../shared/random/fast-check';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { runService, type TestService } from '../shared/service/running-service';
import { Model } from './model';
import { aStep } from './steps';
import { World } from './world';

// People of two sites do at random what one can do, and again and again somebody looks at all that they can. The
// service is the real one over HTTP, on the embedded engine alone: who sees what is decided by the same statements and
// rules on both engines, which test/service/store holds against each other. The long form by hand:
//   ISOLATION_STEPS=700 ISOLATION_RUNS=20 ISOLATION_SEED=7 npx jest test/isolation
// ISOLATION_SHRINK=1 makes a failure smaller, with few steps.
const { ISOLATION_STEPS, ISOLATION_RUNS, ISOLATION_SEED, ISOLATION_SHRINK } = process.env;
const steps = Number(ISOLATION_STEPS ?? 170);
const numRuns = Number(ISOLATION_RUNS ?? 1);
const seed = Number(ISOLATION_SEED ?? 20_261_130);
/** A run has two of its own, and so has each that makes a failure smaller. */
const sites = Array.from({ length: 400 }, () => randomUUID());

jest.setTimeout(Math.max(300_000, steps * numRuns * 3_000));

let forge: ForgeSigner;
let service: TestService;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({ env: { ...forge.env, ASIDE_SITES: sites.join(',') } });
});

afterAll(async () => {
  await service.close();
  await forge.close();
});

test(`nobody sees, finds, counts or pages to what is not theirs: ${numRuns} × ${steps} steps, seed ${seed}`, async () => {
  const began = process.cpuUsage();
  let [requests, left] = [0, sites.length];
  const commands = fc.noBias(fc.array(aStep, { minLength: steps, maxLength: steps, size: 'max' }));
  const property = fc.asyncProperty(commands, async (all) => {
    left -= 2;
    const [one = '', other = ''] = sites.slice(left, left + 2);
    const model = new Model([one, other], ['ann', 'ben', 'cem', 'dan', 'eve']);
    const world = new World(service, forge, model);
    try {
      await fc.asyncModelRun(() => ({ model, real: world }), all);
    } finally {
      requests += world.requests;
    }
  });
  // The seed leads back to a failure. To make it smaller takes as long as many runs, and is asked for.
  await fc.assert(property, { seed, numRuns, endOnFailure: ISOLATION_SHRINK === undefined });
  const { user, system } = process.cpuUsage(began);
  process.stdout.write(`isolation: ${requests} requests, ${Math.round((user + system) / 1e5) / 10} s of CPU\n`);
});
