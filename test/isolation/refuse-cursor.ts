import { same } from './same';
import { some } from './some';
import type { World } from './world';

/** A cursor is of one person in one site: nobody else goes on with it. */
export async function refuseCursor(
  world: World,
  person: string,
  site: string,
  target: `GET ${string}`,
  cursor: string,
  pick: () => number,
): Promise<void> {
  const { sites, people } = world.model;
  const [other = ''] = some(
    people.filter((one) => one !== person),
    pick,
    1,
  );
  const elsewhere = sites.find((one) => one !== site) ?? '';
  const on = `${target}&cursor=${encodeURIComponent(cursor)}` as const;
  same('cursor of another person', (await world.ask(other, site, on)).status, 400);
  same('cursor of another site', (await world.ask(person, elsewhere, on)).status, 400);
}
