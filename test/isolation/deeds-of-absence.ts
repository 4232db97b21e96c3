import { type Deed, newWord } from './deed';
import type { Model } from './model';
import { same } from './same';
import { some } from './some';

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const night = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '06:00' };

/** Goes away, comes back, or changes their quiet hours, of which nobody is told. */
export const goAway: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const key = `${site} ${person}`;
  const quiet = pick() < 0.5 ? night : null;
  if (pick() < 0.3) {
    const back = await world.ask(person, site, 'PUT /preference', { json: { quiet, away: null } });
    same('back', [back.status, (back.body as { away: unknown }).away], [200, null]);
    choose(model, key, quiet !== null);
    model.absences.delete(key);
    return;
  }
  const others = model.people.filter((one) => one !== person);
  const [substitute = null] = pick() < 0.5 ? some(others, pick, 1) : [];
  const word = newWord(pick);
  // Now and then the time away is still to come, and nobody is told of it.
  const isToCome = pick() < 0.2;
  const away = { from: inHours(isToCome ? 1 : -1), until: inHours(2), word: `okapi ${word}`, substitute };
  const gone = await world.ask(person, site, 'PUT /preference', { json: { quiet, away } });
  same('gone', [gone.status, (gone.body as { quiet: unknown }).quiet], [200, quiet]);
  choose(model, key, quiet !== null);
  model.absences.set(key, { word, substitute, isToCome });
};

function choose(model: Model, key: string, isQuiet: boolean): void {
  if (isQuiet) model.quiet.add(key);
  else model.quiet.delete(key);
}
