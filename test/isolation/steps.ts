import fc from '../shared/random/fast-check';
import { seedRandom } from '../shared/random/seeded-random';
import { aDocument } from '../shared/service/a-document';
import { type Deed, newWord, pathOf, refusedByBlock, said, touch } from './deed';
import { goAway, keepDraft, react } from './deeds-of-ones-own';
import { look, lookAt, lookBySearch, same, some } from './look';
import type { Model, Place } from './model';
import type { World } from './world';

const directPath = (other: string): string => `/conversation/user/${other}`;

const sendDirectly: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const [other = ''] = some(
    model.people.filter((one) => one !== person),
    pick,
    1,
  );
  const word = newWord(pick);
  const ends = [person, other];
  const isOf = ({ kind, members }: Place) => kind === 'direct' && ends.every((end) => members.has(end));
  const sent = await world.send(person, site, directPath(other), word);
  if (refusedByBlock(model, site, sent, [[other, person]])) return;
  same('sent directly', sent.status, 201);
  const { id } = sent.body as { id: string };
  let place = model.of(site).find(isOf);
  if (place === undefined) {
    world.coming.set(`${site} ${person}`, new Set([word]));
    const { body } = await world.ask(person, site, `GET ${directPath(other)}`);
    world.coming.clear();
    const members = new Map(ends.map((end) => [end, '']));
    const made = { site, id: (body as { id: string }).id, kind: 'direct', name: null, members } as const;
    place = { ...made, isPublic: false, publicFrom: '', owner: null, said: [] };
    model.places.push(place);
  }
  world.touched = place;
  place.said.push(said(id, person, word));
};

const sendInto: Deed = async (world, person, site, pick) => {
  const place = touch(world, world.model.places, pick);
  if (place === undefined) return;
  const isTheirs = place.site === site && world.model.sees(person, place);
  const word = newWord(pick);
  const sent = await world.send(person, site, pathOf(place), word);
  if (!isTheirs) return same('sent into what is not theirs', sent.status, 404);
  const others = [...place.members.keys()].filter((member) => member !== person);
  if (
    refusedByBlock(
      world.model,
      site,
      sent,
      others.map((other) => [other, person]),
    )
  )
    return;
  same('sent', sent.status, 201);
  // Who sends to a public group joins it, and reads what was open to them.
  if (!place.members.has(person)) place.members.set(person, place.publicFrom);
  place.said.push(said((sent.body as { id: string }).id, person, word));
};

const createGroup: Deed = async (world, person, site, pick) => {
  const isPublic = pick() < 0.3;
  const name = newWord(pick);
  const json = { name, privacy: isPublic ? 'public' : 'private' };
  const made = await world.ask(person, site, 'POST /conversation', { json });
  same('created', made.status, 201);
  const { id } = made.body as { id: string };
  const members = new Map([[person, '']]);
  world.model.places.push({
    site,
    id,
    kind: 'group',
    name,
    isPublic,
    members,
    publicFrom: '',
    owner: person,
    said: [],
  });
};

const addSomebody: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    model.places.filter(({ kind }) => kind === 'group'),
    pick,
  );
  const [other = ''] = some(model.people, pick, 1);
  if (place === undefined) return;
  const isFromNow = pick() < 0.5;
  const json = { add: [other], ...(isFromNow ? { history: 'from-now' } : {}) };
  const answer = await world.ask(person, site, `PATCH ${pathOf(place)}/roster`, { json });
  if (place.site !== site || !model.sees(person, place)) return same('added to the hidden', answer.status, 404);
  if (place.owner !== person) return same('added by no owner', answer.status, 403);
  if (answer.status === 403) return same('barred', model.isBlocked(site, other, person), true);
  same('added', answer.status, 204);
  if (!place.members.has(other)) place.members.set(other, isFromNow ? model.lastId(place) : '');
};

const removeSomebody: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    model.of(site).filter(({ kind, members }) => kind === 'group' && members.size > 1),
    pick,
  );
  if (place === undefined) return;
  const [other = ''] = pick() < 0.5 ? [person] : some([...place.members.keys()], pick, 1);
  const answer = await world.ask(person, site, `PATCH ${pathOf(place)}/roster`, { json: { remove: [other] } });
  if (!model.sees(person, place)) return same('removed from the hidden', answer.status, 404);
  const leaves = other === person && place.members.has(person);
  if (place.owner !== person && !leaves) return same('removed by no owner', answer.status, 403);
  same('removed', answer.status, 204);
  model.leave(place, other);
};

const changeAudience: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    model.places.filter(({ kind }) => kind === 'group'),
    pick,
  );
  if (place === undefined) return;
  // Most often by whoever may.
  const by = pick() < 0.8 ? (place.owner ?? person) : person;
  const isPublic = !place.isPublic || pick() < 0.2;
  const json = { privacy: isPublic ? 'public' : 'private' };
  const answer = await world.ask(by, site, `PATCH ${pathOf(place)}`, { json });
  if (place.site !== site || !model.sees(by, place)) return same('changed the hidden', answer.status, 404);
  if (place.owner !== by) return same('changed by no owner', answer.status, 403);
  same('changed', answer.status, 200);
  if (isPublic && !place.isPublic) place.publicFrom = model.lastId(place);
  place.isPublic = isPublic;
};

const change =
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
    const word = newWord(pick);
    const target = `${isDelete ? 'DELETE' : 'PUT'} ${pathOf(place)}/message/${message.id}` as const;
    const answer = await world.ask(by, site, target, isDelete ? {} : { json: { body: aDocument(`okapi ${word}`) } });
    const isOpen = place.site === site && model.read(by, place).includes(message);
    if (!isOpen) return same('changed what is not there', answer.status, 404);
    // Of what is deleted, its place is told to whoever reads it: the answer may be either.
    if (message.word === null) return same('changed what is deleted', [204, 403, 404].includes(answer.status), true);
    if (message.sender !== by) return same("changed another's", answer.status, 403);
    if (
      !isDelete &&
      refusedByBlock(
        model,
        site,
        answer,
        [...place.members.keys()].map((other) => [other, by]),
      )
    )
      return;
    // Who left a public group reads on, and changes nothing in it.
    if (!place.members.has(by)) return same('changed from outside', answer.status >= 400, true);
    same('changed', answer.status, isDelete ? 204 : 200);
    message.word = isDelete ? null : word;
    if (isDelete) message.reactions.clear();
  };

const block: Deed = async (world, person, site, pick) => {
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

const read: Deed = async (world, person, site, pick) => {
  const place = touch(
    world,
    world.model.of(site).filter((one) => one.members.has(person)),
    pick,
  );
  const [message] = some(place ? world.model.read(person, place) : [], pick, 1);
  if (place === undefined || message === undefined) return;
  const verb = pick() < 0.5 ? 'read' : 'unread';
  const answer = await world.ask(person, site, `PUT ${pathOf(place)}/${verb}`, { json: { messageId: message.id } });
  same('marked', message.word === null ? [204, 404].includes(answer.status) : answer.status === 204, true);
};

/**
 * Everybody at once, in both sites, some under one and the same key: sends share commits, and readers come in between.
 * A group may become public in the middle: what the service says of where it begins is then held against what is read.
 */
const allAtOnce: Deed = async (world, _person, _site, pick) => {
  const { model, coming } = world;
  const key = `key-${Math.floor(pick() * 1e9)}`;
  const places = model.places.filter(({ members }) => members.size > 0);
  const sends = some(places, pick, 6).map((place) => {
    const [by = ''] = some([...place.members.keys()], pick, 1);
    return { place, by, word: newWord(pick) };
  });
  const [opening] = some(
    places.filter(({ kind, isPublic, owner }) => kind === 'group' && !isPublic && owner),
    pick,
    1,
  );
  for (const { place, word } of sends) {
    for (const reader of model.people) {
      const mayRead = place.members.has(reader) || place.isPublic || place === opening;
      const at = `${place.site} ${reader}`;
      if (mayRead) coming.set(at, new Set([...(coming.get(at) ?? []), word, ...(place.name ? [place.name] : [])]));
    }
  }
  const [open, ...sent] = await Promise.all([
    opening && world.ask(opening.owner, opening.site, `PATCH ${pathOf(opening)}`, { json: { privacy: 'public' } }),
    ...sends.map(({ place, by, word }) => world.send(by, place.site, pathOf(place), word, key)),
    ...model.people.flatMap((reader) =>
      model.sites.map((site) => world.ask(reader, site, 'GET /message?query=okapi&limit=75')),
    ),
  ]);
  coming.clear();
  sends.forEach(({ place, by, word }, index) => {
    const answer = sent[index];
    const others = [...place.members.keys()].filter((member) => member !== by);
    // One key of one person in one site is one message: the second one is refused, since it says something else.
    const isSecond = sends.slice(0, index).some((first) => first.by === by && first.place.site === place.site);
    if (
      answer === undefined ||
      refusedByBlock(
        model,
        place.site,
        answer,
        others.map((other) => [other, by]),
      )
    )
      return;
    if ([409, 422].includes(answer.status) && sends.some((one) => one.by === by && one.word !== word)) return;
    same(`sent at once${isSecond ? ', again' : ''}`, answer.status, 201);
    place.said.push(said((answer.body as { id: string }).id, by, word));
  });
  world.touched = opening ?? sends[0]?.place ?? null;
  if (opening === undefined || open === undefined) return;
  same('made public at once', open.status, 200);
  opening.isPublic = true;
  opening.publicFrom = (open.body as { publicFrom?: string }).publicFrom ?? '';
};

const deeds = {
  ...{ sendDirectly, sendInto, createGroup, addSomebody, removeSomebody, changeAudience, block, read, allAtOnce },
  ...{ edit: change(false), remove: change(true), keepDraft, react, goAway },
} as const satisfies Readonly<Record<string, Deed>>;
type Name = keyof typeof deeds;

/** Somebody does something, and then others look: at all that they can, and at what has changed. */
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
    await world.alongside?.(person, site, pick);
    await deeds[this.name](world, person, site, pick);
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
  ...(['createGroup', 'sendInto', 'sendInto', 'sendInto', 'sendDirectly', 'sendDirectly'] as const),
  ...(['addSomebody', 'addSomebody', 'removeSomebody', 'changeAudience', 'changeAudience', 'allAtOnce'] as const),
  ...(['allAtOnce', 'edit', 'remove', 'block', 'read', 'keepDraft', 'keepDraft', 'react', 'react'] as const),
  ...(['goAway', 'goAway'] as const),
];

export const aStep: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...names), fc.nat(7), fc.nat())
  .map(([name, who, seed]) => new Step(name, who, seed));
