import type { Model, Place } from './model';
import { same } from './same';
import { some } from './some';
import type { World } from './world';

export type Pick = () => number;
/** What somebody does. It asks the service first, and tells the model what came of it. */
export type Deed = (world: World, person: string, site: string, pick: Pick) => Promise<void>;

let words = 0;
export const newWord = (pick: Pick): string => {
  words += 1;
  return `okapi${Math.floor(pick() * 2 ** 24)
    .toString(16)
    .padStart(6, '0')}${words.toString(16).padStart(6, '0')}`;
};

/** One of these, which is looked at afterwards. */
export const touch = (world: World, places: readonly Place[], pick: Pick): Place | undefined => {
  const [place] = some(places, pick, 1);
  world.touched = place ?? null;
  return place;
};

/** The same, most often one that is theirs to see: by ids of others it comes to nothing. */
export const touchOwn = (
  world: World,
  person: string,
  site: string,
  places: readonly Place[],
  pick: Pick,
): Place | undefined => {
  const own = places.filter((place) => place.site === site && world.model.sees(person, place));
  return touch(world, pick() < 0.75 && own.length > 0 ? own : places, pick);
};

export const pathOf = ({ id }: Place): string => `/conversation/${id}`;

/** A refusal by a block is right where one of these has blocked the other. */
export function refusedByBlock(
  model: Model,
  site: string,
  { status, body }: { readonly status: number; readonly body: unknown },
  pairs: readonly (readonly [by: string, whom: string])[],
): boolean {
  if (status !== 403 || (body as { error?: string }).error !== 'blocked') return false;
  same(
    'blocked by somebody',
    pairs.some(([by, whom]) => model.isBlocked(site, by, whom)),
    true,
  );
  return true;
}
