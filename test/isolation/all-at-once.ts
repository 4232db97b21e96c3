import { type Deed, newWord, pathOf, refusedByBlock } from './deed';
import { inOrder } from './reading';
import { same } from './same';
import { newSaying, said } from './saying';
import { some } from './some';

/**
 * Everybody at once, in both sites, some under one and the same key: sends share commits, and readers come in between.
 * A group may become public in the middle: what the service says of where it begins is then held against what is read.
 */
export const allAtOnce: Deed = async (world, _person, _site, pick) => {
  const { model, coming } = world;
  const key = `key-${Math.floor(pick() * 1e9)}`;
  const places = model.places.filter(({ members }) => members.size > 0);
  const sends = some(places, pick, 6).map((place) => {
    const [by = ''] = some([...place.members.keys()], pick, 1);
    const isQuestion = place.kind === 'direct' && pick() < 0.4;
    return { place, by, saying: { ...newSaying(model.people, newWord(pick), pick), isQuestion } };
  });
  const [opening] = some(
    places.filter(({ kind, isPublic, owner, beside }) => kind === 'group' && !isPublic && owner && beside === null),
    pick,
    1,
  );
  for (const {
    place,
    saying: { word },
  } of sends) {
    for (const reader of model.people) {
      const mayRead = place.members.has(reader) || place.isPublic || place === opening;
      const at = `${place.site} ${reader}`;
      if (mayRead) coming.set(at, new Set([...(coming.get(at) ?? []), word, ...(place.name ? [place.name] : [])]));
    }
  }
  const [open, ...sent] = await Promise.all([
    opening && world.ask(opening.owner, opening.site, `PATCH ${pathOf(opening)}`, { json: { privacy: 'public' } }),
    ...sends.map(({ place, by, saying }) => world.send(by, place.site, pathOf(place), saying, key)),
    ...model.people.flatMap((reader) =>
      model.sites.map((site) => world.ask(reader, site, 'GET /message?query=okapi&limit=75')),
    ),
  ]);
  coming.clear();
  const came = sends.flatMap(({ place, by, saying }, index) => {
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
      return [];
    if ([409, 422].includes(answer.status) && sends.some((one) => one.by === by && one.saying !== saying)) return [];
    same(`sent at once${isSecond ? ', again' : ''}`, answer.status, 201);
    const asked = { ...saying, about: saying.about ?? place.beside };
    const message = said((answer.body as { id: string }).id, by, asked, place.members);
    return [{ place, message }];
  });
  for (const { place, message } of came.sort((one, other) => inOrder(one.message, other.message))) {
    model.say(place, message);
  }
  world.touched = opening ?? sends[0]?.place ?? null;
  if (opening === undefined || open === undefined) return;
  same('made public at once', open.status, 200);
  opening.isPublic = true;
  opening.publicFrom = (open.body as { publicFrom?: string }).publicFrom ?? '';
};
