import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RuleName, rules } from '../../platform/rules/rules';
import { knownFaults, looseRules } from '../../preview/start/known-faults';

// Each fault as it shows under its rule, once the rules named are loosened. Where the app has been mended it does not show
// any more: take its entry out.
const shows: Partial<Readonly<Record<RuleName, (loosened: readonly RuleName[]) => Promise<boolean>>>> = {};

test('each fault still shows, and not once its rule is loosened', async () => {
  for (const { rule } of knownFaults) {
    const show = shows[rule];
    if (show === undefined) throw new Error(`Nothing here shows the fault of ${rule}`);
    const others = looseRules.filter((name) => name !== rule);
    expect(await show(others)).toBe(true);
    expect(await show(looseRules)).toBe(false);
  }
});

test('what shows a fault shows one of the list', () => {
  expect(Object.keys(shows).sort()).toEqual([...looseRules].sort());
});

test('each fault names a rule and a place that are there, once', () => {
  expect(new Set(looseRules).size).toBe(looseRules.length);
  const root = join(__dirname, '..', '..');
  for (const { place, rule } of knownFaults) {
    expect(rules).toHaveProperty([rule]);
    expect(existsSync(join(root, place))).toBe(true);
  }
});
