import { type Deed, newWord, pathOf, refusedByBlock, touch, touchOwn } from './deed';
import type { Place } from './model';
import { startReading } from './reading';
import { same } from './same';
import { documentOf, newSaying, said } from './saying';
import { some } from './some';

const directPath = (other: string): string => `/conversation/user/${other}`;

export const sendDirectly: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const [other = ''] = some(
    model.people.filter((one) => one !== person),
    pick,
    1,
  );
  const saying = { ...newSaying(model.people, newWord(pick), pick), isQuestion: pick() < 0.3 };
  const ends = [person, other];
  const isOf = ({ kind, members }: Place) => kind === 'direct' && ends.every((end) => members.has(end));
  const sent = await world.send(person, site, directPath(other), saying);
  if (refusedByBlock(model, site, sent, [[other, person]])) return;
  same('sent directly', sent.status, 201);
  const { id } = sent.body as { id: string };
  let place = model.of(site).find(isOf);
  if (place === undefined) {
    world.coming.set(`${site} ${person}`, new Set([saying.word]));
    const { body } = await world.ask(person, site, `GET ${directPath(other)}`);
    world.coming.clear();
    const members = new Map(ends.map((end) => [end, '']));
    const readings = new Map(ends.map((end) => [end, startReading('')]));
    const made = { site, id: (body as { id: string }).id, kind: 'direct', name: null, beside: null } as const;
    const told = new Set<string>();
    place = { ...made, told, members, readings, isPublic: false, publicFrom: '', owner: null, said: [] };
    model.places.push(place);
  }
  world.touched = place;
  model.say(place, said(id, person, saying, place.members));
};

export const sendInto: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touchOwn(world, person, site, model.places, pick);
  if (place === undefined) return;
  const isTheirs = place.site === site && model.sees(person, place);
  const asked = newSaying(model.people, newWord(pick), pick);
  const sent = await world.send(person, site, pathOf(place), asked);
  if (!isTheirs) return same('sent into what is not theirs', sent.status, 404);
  const others = [...place.members.keys()].filter((member) => member !== person);
  const pairs = others.map((other) => [other, person] as const);
  if (refusedByBlock(model, site, sent, pairs)) return;
  same('sent', sent.status, 201);
  const { id } = sent.body as { id: string };
  // Who sends to a public group joins it, and reads what was open to them.
  model.join(place, person, place.publicFrom, id);
  model.say(place, said(id, person, { ...asked, about: asked.about ?? place.beside }, place.members));
};

export const change =
  (isDelete: boolean): Deed =>
  async (world, person, site, pick) => {
    const { model } = world;
    const place = touch(
      world,
      model.places.filter(({ said }) => said.length > 0),
      pick,
    );
    const [message] = some(place?.said ?? [], pick, 1);
    if (place === undefined || message === undefined) return;
    const by = pick() < 0.7 ? message.sender : person;
    const { word, mentions } = newSaying(model.people, newWord(pick), pick);
    const target = `${isDelete ? 'DELETE' : 'PUT'} ${pathOf(place)}/message/${message.id}` as const;
    const json = { body: documentOf({ word, mentions }) };
    const answer = await world.ask(by, site, target, isDelete ? {} : { json });
    const isOpen = place.site === site && model.read(by, place).includes(message);
    if (!isOpen) return same('changed what is not there', answer.status, 404);
    // Of what is deleted, its place is told to whoever reads it: the answer may be either.
    if (message.word === null) return same('changed what is deleted', [204, 403, 404].includes(answer.status), true);
    if (message.sender !== by) return same("changed another's", answer.status, 403);
    const pairs = [...place.members.keys()].map((other) => [other, by] as const);
    if (!isDelete && refusedByBlock(model, site, answer, pairs)) return;
    // Who left a public group and reads on may, too, as they could write there.
    same('changed', answer.status, isDelete ? 204 : 200);
    if (isDelete) return model.erase(message);
    message.word = word;
    // Who may not read it is not mentioned by it; who was and still is, is once.
    const named = mentions.filter((one) => one !== by && message.id > (place.members.get(one) ?? '~'));
    message.mentions = new Set(named);
  };
