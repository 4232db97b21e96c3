import { reactionNames } from '../../src/contract/reaction-names';
import { type Deed, newWord, pathOf, refusedByBlock, touchOwn } from './deed';
import { same } from './same';
import { documentOf, issues } from './saying';
import { some } from './some';

/** Begins to write somewhere, goes on with what was begun, or throws it away. */
export const keepDraft: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touchOwn(world, person, site, model.places, pick);
  if (place === undefined) return;
  const [about = null] = pick() < 0.5 ? [] : some(issues, pick, 1);
  const known = model.draftsOf(person, site).find((draft) => draft.place === place && draft.about === about);
  const target = `/draft?conversation=${place.id}${about === null ? '' : `&issue=${about}`}` as const;
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
  const json = { body: documentOf({ word, mentions: [] }) };
  const answer = await world.ask(person, site, `PUT ${target}${following}`, { json });
  if (place.site !== site || !model.sees(person, place)) return same('begun in the hidden', answer.status, 404);
  if (foreign !== undefined) return same("followed another's draft", answer.status, 409);
  same('begun', answer.status, 200);
  const draft = { site, person, place, about, word, revision: (answer.body as { revision: string }).revision };
  model.drafts = [...model.drafts.filter((one) => one !== known), draft];
};

/** Answers a message quickly, or takes that back. */
export const react: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const places = model.places.filter(({ said }) => said.length > 0);
  const place = touchOwn(world, person, site, places, pick);
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

export const block: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const [other = ''] = some(
    model.people.filter((one) => one !== person),
    pick,
    1,
  );
  const isOn = pick() < 0.5;
  same('blocked', (await world.ask(person, site, `${isOn ? 'PUT' : 'DELETE'} /block/${other}`)).status, 204);
  if (isOn) model.blocks.add(`${site} ${person} ${other}`);
  else model.blocks.delete(`${site} ${person} ${other}`);
};
