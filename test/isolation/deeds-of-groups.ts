import { type Deed, newWord, pathOf, touch } from './deed';
import type { Model, Place } from './model';
import { startReading } from './reading';
import { same } from './same';
import { issues } from './saying';
import { some } from './some';

/** A group that somebody has made, who is its first member and owns it; of those who came together the first by name owns it next. */
export function aGroup(
  group: Pick<Place, 'site' | 'id' | 'name' | 'isPublic' | 'beside'>,
  owner: string,
  others: readonly string[] = [],
): Place {
  const all = [owner, ...[...others].sort()];
  const [members, readings] = [
    new Map(all.map((one) => [one, ''])),
    new Map(all.map((one) => [one, startReading('')])),
  ];
  const told = new Set(group.beside === null ? [] : [group.beside]);
  return { ...group, kind: 'group', told, members, readings, publicFrom: '', owner, said: [] };
}

export const createGroup: Deed = async (world, person, site, pick) => {
  const isPublic = pick() < 0.5;
  const name = newWord(pick);
  const json = { name, privacy: isPublic ? 'public' : 'private' };
  const made = await world.ask(person, site, 'POST /conversation', { json });
  same('created', made.status, 201);
  const { id } = made.body as { id: string };
  world.model.places.push(aGroup({ site, id, name, isPublic, beside: null }, person));
};

/** Beside an issue, with some or none; now and then in the place of a conversation of two, theirs, others' or another site's. */
export const foundBeside: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const name = newWord(pick);
  const [beside = ''] = some(issues, pick, 1);
  const others = some(
    model.people.filter((one) => one !== person),
    pick,
    3,
  );
  const directs = model.places.filter(({ kind }) => kind === 'direct');
  const own = directs.filter(({ site: at, members }) => at === site && members.has(person));
  const [follows] = pick() < 0.5 ? some(pick() < 0.7 ? own : directs, pick, 1) : [];
  const issue = { id: beside, key: `WEB-${beside}` };
  const json = { name, issue, members: others, ...(follows === undefined ? {} : { follows: follows.id }) };
  const answer = await world.ask(person, site, 'POST /conversation', { json });
  const isBarred = others.some((other) => model.isBlocked(site, other, person));
  if (isBarred) return same('barred from the beginning', answer.status, 403);
  if (follows !== undefined && !own.includes(follows)) return same('goes on from the hidden', answer.status, 404);
  const leavesOut =
    follows !== undefined && [...follows.members.keys()].some((end) => end !== person && !others.includes(end));
  if (leavesOut) return same('goes on without the other end', answer.status, 400);
  same('founded', answer.status, 201);
  const { id } = answer.body as { id: string };
  const place = aGroup({ site, id, name, isPublic: false, beside }, person, others);
  model.places.push(place);
  follows?.told.add(beside);
  world.touched = place;
};

const aGroupOf = (model: Model): Place[] => model.places.filter(({ kind }) => kind === 'group');

export const addSomebody: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(world, aGroupOf(model), pick);
  const [other = ''] = some(model.people, pick, 1);
  if (place === undefined) return;
  const isFromNow = pick() < 0.5;
  const json = { add: [other], ...(isFromNow ? { history: 'from-now' } : {}) };
  const answer = await world.ask(person, site, `PATCH ${pathOf(place)}/roster`, { json });
  if (place.site !== site || !model.sees(person, place)) return same('added to the hidden', answer.status, 404);
  if (place.owner !== person) return same('added by no owner', answer.status, 403);
  if (answer.status === 403) return same('barred', model.isBlocked(site, other, person), true);
  same('added', answer.status, 204);
  model.join(place, other, isFromNow ? model.lastId(place) : '', model.lastId(place));
};

export const removeSomebody: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(
    world,
    aGroupOf(model).filter(({ site: at, members }) => at === site && members.size > 1),
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

export const changeAudience: Deed = async (world, person, site, pick) => {
  const { model } = world;
  const place = touch(world, aGroupOf(model), pick);
  if (place === undefined) return;
  // Most often by whoever may.
  const by = pick() < 0.8 ? (place.owner ?? person) : person;
  const isPublic = !place.isPublic || pick() < 0.2;
  const json = { privacy: isPublic ? 'public' : 'private' };
  const answer = await world.ask(by, site, `PATCH ${pathOf(place)}`, { json });
  if (place.site !== site || !model.sees(by, place)) return same('changed the hidden', answer.status, 404);
  if (place.owner !== by) return same('changed by no owner', answer.status, 403);
  // What is beside an issue nobody finds by themselves.
  if (place.beside !== null && isPublic) return same('made public beside an issue', answer.status, 409);
  same('changed', answer.status, 200);
  if (isPublic && !place.isPublic) place.publicFrom = model.lastId(place);
  place.isPublic = isPublic;
};
