import { reactionNames } from '../../src/contract/reaction-names';
import { aDocument } from '../shared/service/a-document';
import { type Deed, newWord, pathOf, refusedByBlock, touch } from './deed';
import { same, some } from './look';

/** Begins to write somewhere, goes on with what was begun, or throws it away. */
export const keepDraft: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(world, model.places, pick);
  if (place === undefined) return;
  const known = model.draftsOf(person, site).find((draft) => draft.place === place);
  const target = `/draft?conversation=${place.id}` as const;
  const others = model.drafts.filter((draft) => draft.person !== person || draft.site !== site);
  if (known !== undefined && pick() < 0.3) {
    same('thrown away', (await world.ask(person, site, `DELETE ${target}`)).status, 204);
    model.drafts = others.concat(model.draftsOf(person, site).filter((draft) => draft !== known));
    return;
  }
  const word = newWord(pick);
  // Now and then by a revision of somebody else's, which leads to nothing.
  const [foreign] = pick() < 0.2 ? some(others, pick, 1) : [];
  const revision = foreign?.revision ?? known?.revision;
  const following = revision === undefined ? '' : `&revision=${revision}`;
  const json = { body: aDocument(`okapi ${word}`) };
  const answer = await world.ask(person, site, `PUT ${target}${following}`, { json });
  if (place.site !== site || !model.sees(person, place)) return same('begun in the hidden', answer.status, 404);
  if (foreign !== undefined) return same("followed another's draft", answer.status, 409);
  same('begun', answer.status, 200);
  const draft = { site, person, place, word, revision: (answer.body as { revision: string }).revision };
  model.drafts = [...model.drafts.filter((one) => one !== known), draft];
};

/** Answers a message quickly, or takes that back. */
export const react: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    model.places.filter(({ said }) => said.length > 0),
    pick,
  );
  const [message] = some(place?.said ?? [], pick, 1);
  if (place === undefined || message === undefined) return;
  const [name = ''] = some(reactionNames, pick, 1);
  const isTakenBack = pick() < 0.3;
  const target = `${isTakenBack ? 'DELETE' : 'PUT'} ${pathOf(place)}/message/${message.id}/reaction/${name}` as const;
  const answer = await world.ask(person, site, target);
  const isOpen = place.site === site && message.word !== null && model.read(person, place).includes(message);
  if (!isOpen) return same('reacted to what is not there', answer.status, 404);
  const others = [...place.members.keys()].filter((member) => member !== person);
  const pairs = others.map((other) => [other, person] as const);
  if (!isTakenBack && refusedByBlock(model, site, answer, pairs)) return;
  same('reacted', answer.status, 204);
  if (isTakenBack) message.reactions.delete(`${name} ${person}`);
  else message.reactions.add(`${name} ${person}`);
};

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
  model.absences.set(key, { word, substitute, isToCome });
};
