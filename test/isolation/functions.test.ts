import { randomUUID } from 'node:crypto';
import { aUser, FakeJira, testSite } from '../app/fake-jira';
import { type RunningApp, runApp } from '../app/forge/running-app';
import { ForgeRuntime } from '../app/forge-runtime';
import fc from '../shared/random/fast-check';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { actThroughFunction } from './deeds-through-functions';
import { Model } from './model';
import { issues } from './saying';
import { aStep } from './steps';
import { askThroughFunctions } from './through-functions';
import { World } from './world';

// The same people, who beside their deeds ask the app's functions, on its platform in memory: its site is one of the two.
//   ISOLATION_STEPS=700 ISOLATION_SEED=7 npx jest test/isolation/functions
const { ISOLATION_STEPS, ISOLATION_SEED } = process.env;
const steps = Number(ISOLATION_STEPS ?? 60);
const seed = Number(ISOLATION_SEED ?? 20_261_201);
const [one, other] = [testSite.cloudId, randomUUID()];
const people = ['ann', 'ben', 'cem', 'dan', 'eve'].map((name) => `557058:${name}`);

jest.setTimeout(Math.max(300_000, steps * 4_000));

let forge: ForgeSigner;
let running: RunningApp;

beforeAll(async () => {
  forge = await startForgeSigner();
  running = await runApp({ ASIDE_SITES: `${one},${other}` }, forge);
});

afterAll(async () => {
  await running.close();
  await forge.close();
});

test(`nobody sees or changes by a function what is not theirs: ${steps} steps, seed ${seed}`, async () => {
  const commands = fc.noBias(fc.array(aStep, { minLength: steps, maxLength: steps, size: 'max' }));
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      const jira = new FakeJira();
      for (const accountId of people) jira.users.push(aUser(accountId, `Person ${accountId}`));
      for (const id of issues) jira.issues.set(id, { key: `WEB-${id}`, assignee: null });
      jira.administrators.add(people[2] ?? '');
      const app = new ForgeRuntime(jira, running.remote);
      const model = new Model([one, other], people);
      const world = new World(running.service, forge, model);
      world.alongside = async (person, site, pick) => {
        if (site !== one) return;
        const asking = { app, world, person, site, pick };
        await actThroughFunction(asking);
        await askThroughFunctions(asking);
      };
      await fc.asyncModelRun(() => ({ model, real: world }), all);
    }),
    { seed, numRuns: 1, endOnFailure: true },
  );
});
