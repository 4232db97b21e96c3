import fc from '../shared/random/fast-check';
import { seedRandom } from '../shared/random/seeded-random';
import { allAtOnce } from './all-at-once';
import type { Deed } from './deed';
import { goAway } from './deeds-of-absence';
import { question, remind } from './deeds-of-follow-up';
import { addSomebody, changeAudience, createGroup, foundBeside, removeSomebody } from './deeds-of-groups';
import { change, sendDirectly, sendInto } from './deeds-of-messages';
import { block, keepDraft, react } from './deeds-of-ones-own';
import { read, readAll } from './deeds-of-reading';
import { report, review } from './deeds-of-reports';
import { look, lookAt } from './look';
import { lookBySearch } from './look-by-search';
import type { Model, Place } from './model';
import { some } from './some';
import type { World } from './world';

const deeds = {
  ...{ sendDirectly, sendInto, createGroup, foundBeside, addSomebody, removeSomebody, changeAudience, block },
  ...{ read, readAll, allAtOnce, edit: change(false), remove: change(true), keepDraft, react },
  ...{ question, remind, report, review, goAway },
} as const satisfies Readonly<Record<string, Deed>>;
type Name = keyof typeof deeds;
/** Somebody does something, and most often nobody looks: to look costs some fifty times as much. */
const looks = 0.4;

/** Somebody does something, and now and then others look: at all that they can, and at what has changed. */
class Step implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly name: Name,
    readonly who: number,
    readonly seed: number,
  ) {}

  check = (): boolean => true;

  async run(model: Model, world: World): Promise<void> {
    const pick = seedRandom(this.seed);
    const site = pick() < 0.75 ? model.sites[0] : model.sites[1];
    const person = model.people[this.who % model.people.length] ?? '';
    world.touched = null;
    const areLooking = pick() < looks;
    if (areLooking) await world.alongside?.(person, site, pick);
    await deeds[this.name](world, person, site, pick);
    if (!areLooking) return;
    for (const one of some(model.people, pick, 1)) await look(world, one, site, pick);
    // Where something has changed: who is in it, and who is not.
    const touched = world.touched as Place | null;
    if (touched === null) return;
    const outside = model.people.filter((one) => !touched.members.has(one));
    for (const one of [...some([...touched.members.keys()], pick, 1), ...some(outside, pick, 1)]) {
      await lookAt(world, one, touched.site, touched, pick);
      await lookBySearch(world, one, touched.site, pick);
    }
  }

  toString = (): string => `${this.name} by ${this.who}, ${this.seed}`;
}

/** Some of them often: without groups and words there is nothing to see. */
const names: readonly Name[] = [
  ...(['createGroup', 'foundBeside', 'sendInto', 'sendInto', 'sendInto', 'sendDirectly', 'sendDirectly'] as const),
  ...(['addSomebody', 'addSomebody', 'removeSomebody', 'changeAudience', 'changeAudience', 'allAtOnce'] as const),
  ...(['allAtOnce', 'edit', 'remove', 'block', 'read', 'read', 'readAll', 'keepDraft', 'keepDraft'] as const),
  ...(['react', 'react', 'question', 'question', 'remind', 'remind', 'report', 'report', 'review'] as const),
  ...(['goAway', 'goAway'] as const),
];

export const aStep: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...names), fc.nat(7), fc.nat())
  .map(([name, who, seed]) => new Step(name, who, seed));
