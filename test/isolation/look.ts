import type { Message } from '../../src/contract/resources';
import type { Draft, Place, Said } from './model';
import type { World } from './world';

interface Page {
  readonly values: Message[];
  readonly before: string | null;
  readonly cursor: string;
}
interface Listed {
  readonly values: { readonly id: string; readonly unreadCount: number; readonly hasDraft: boolean }[];
  readonly cursor: string;
}

/** All that a person can ask about a site and about a few places in it, held against what the model says is theirs. */
export async function look(world: World, person: string, site: string, pick: () => number): Promise<void> {
  const { model } = world;
  await lookAtList(world, person, site, pick);
  await lookAtDrafts(world, person, site);
  await lookAtAbsences(world, person, site);
  await lookBySearch(world, person, site, pick);
  for (const place of some(model.places, pick, 2)) await lookAt(world, person, site, place, pick);
  await lookAtExport(world, person, site);
}

async function lookAtList(world: World, person: string, site: string, pick: () => number): Promise<void> {
  const { model } = world;
  const listed: Listed['values'][number][] = [];
  const path = '/conversation?limit=3&expand=activity';
  for (let cursor = ''; ; ) {
    const target = `GET ${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}` as const;
    const page = (await world.ask(person, site, target)).body as Listed;
    listed.push(...page.values);
    cursor = page.cursor;
    if (cursor === '') break;
    if (pick() < 0.3) await refuseCursor(world, person, site, `GET ${path}`, cursor, pick);
  }
  const ids = listed.map(({ id }) => id);
  const seen = model.of(site).filter((place) => model.sees(person, place));
  same(
    'listed that is not theirs',
    ids.filter((id) => !seen.some((place) => place.id === id)),
    [],
  );
  const own = seen.filter(({ members, said }) => members.has(person) && said.length > 0).map(({ id }) => id);
  same(
    'not listed',
    own.filter((id) => !ids.includes(id)),
    [],
  );
  const begun = model.draftsOf(person, site).map(({ place }) => place.id);
  same(
    'listed with a draft',
    listed.flatMap(({ id, hasDraft }) => (hasDraft ? id : [])).sort(),
    begun.filter((id) => ids.includes(id)).sort(),
  );
  for (const { id, unreadCount } of listed) {
    const place = seen.find((candidate) => candidate.id === id);
    const others = place ? model.read(person, place).filter(({ sender, word }) => sender !== person && word) : [];
    if (unreadCount > others.length) throw new Error(`${person} counts ${unreadCount} of ${others.length} in ${id}`);
  }
}

/** One's own drafts are listed, also of places that one does not see any more; nobody else's are. */
async function lookAtDrafts(world: World, person: string, site: string): Promise<void> {
  const { body } = await world.ask(person, site, 'GET /draft');
  const { values } = body as { values: { conversationId?: string; user?: { id: string } }[] };
  const placeOf = ({ place: { kind, id, members } }: Draft) =>
    kind === 'group' ? id : [...members.keys()].find((member) => member !== person);
  same(
    'drafts',
    values.map(({ conversationId, user }) => user?.id ?? conversationId).sort(),
    world.model.draftsOf(person, site).map(placeOf).sort(),
  );
}

/** Who is away is told to whom they have not blocked, and of who is not, who is to be and who is nobody the same: nothing. */
async function lookAtAbsences(world: World, person: string, site: string): Promise<void> {
  const { model } = world;
  const asked = [...model.people, 'nobody'].map((id) => `user=${encodeURIComponent(id)}`).join('&');
  const { body } = await world.ask(person, site, `GET /away?${asked}`);
  const { values } = body as { values: { user: { id: string }; word: string; substitute: { id: string } | null }[] };
  const known = model.absencesFor(person, site).filter(([, { isToCome }]) => !isToCome);
  same(
    'away',
    values.map(({ user, word, substitute }) => [user.id, word, substitute?.id ?? null]),
    known.map(([id, { word, substitute }]) => [id, `okapi ${word}`, substitute]),
  );
}

export async function lookBySearch(world: World, person: string, site: string, pick: () => number): Promise<void> {
  const { model } = world;
  const read = model.of(site).flatMap((place) => model.read(person, place));
  same(
    'found',
    (await search(world, person, site, 'okapi', pick)).sort(),
    read.flatMap(({ word }) => word ?? []).sort(),
  );
  const all = model.places.flatMap((place) => place.said.flatMap(({ word }) => word ?? []));
  for (const word of some(all, pick, 1)) {
    const isTheirs = read.some((said) => said.word === word);
    // By a part of it, too, so that nobody can guess letter by letter.
    for (const query of [word, word.slice(0, 12)]) {
      const found = await search(world, person, site, query, pick);
      same(`found by ${query}`, found.includes(word), isTheirs);
    }
  }
}

async function search(world: World, person: string, site: string, query: string, pick: () => number) {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const target = `GET /message?query=${query}&limit=5` as const;
    const page = (await world.ask(person, site, `${target}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`))
      .body as Page;
    found.push(...page.values.flatMap(({ text }) => text.split(' ')[1] ?? []));
    cursor = page.cursor;
    if (cursor === '') return found;
    if (pick() < 0.3) await refuseCursor(world, person, site, target, cursor, pick);
  }
}

/** A cursor is of one person in one site: nobody else goes on with it. */
async function refuseCursor(
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

/** One place, by its ids: what of it is theirs is all there, and nothing else of it is. */
export async function lookAt(
  world: World,
  person: string,
  site: string,
  place: Place,
  pick: () => number,
): Promise<void> {
  const { model } = world;
  const isTheirs = place.site === site && model.sees(person, place);
  const one = `/conversation/${place.id}`;
  const status = isTheirs ? 200 : 404;
  if (!isTheirs) {
    // The token of one site at the other, and what is not there: nothing tells what one may not see from it.
    const nowhere = await world.ask(person, site, `GET /conversation/${crypto.randomUUID()}/message`);
    const hidden = await world.ask(person, site, `GET ${one}/message`);
    same('told of what is hidden', forget(hidden.body), forget(nowhere.body));
    if (place.site !== site) {
      same('another site', (await world.ask(person, site, `GET ${one}`, { at: place.site })).status, 403);
    }
  }
  same(`sees ${place.id}`, (await world.ask(person, site, `GET ${one}`)).status, status);
  const read = model.read(person, place);
  if (isTheirs) {
    same(`reads ${place.id}`, await readAll(world, person, site, `${one}/message`), read.map(tell(person)));
    const other = [...place.members.keys()].find((member) => member !== person);
    if (place.kind === 'direct') {
      const path = `/conversation/user/${other}/message`;
      same('reads directly', await readAll(world, person, site, path), read.map(tell(person)));
    }
  } else {
    for (const more of ['/message', '/message/recent?limit=5', '/roster']) {
      same(`${more} of ${place.id}`, (await world.ask(person, site, `GET ${one}${more}`)).status, 404);
    }
  }
  for (const { id } of some(place.said, pick, 2)) {
    const isOpen = isTheirs && read.some((said) => said.id === id);
    for (const more of ['', '/context?before=75&after=75']) {
      const got = await world.ask(person, site, `GET ${one}/message/${id}${more}`);
      same(`message ${id}${more}`, got.status, isOpen ? 200 : 404);
    }
    if (!isOpen) {
      const marked = await world.ask(person, site, `PUT ${one}/read`, { json: { messageId: id } });
      same('marked', [403, 404].includes(marked.status), true);
    }
  }
}

/** A message as its readers are told of it. */
const tell =
  (person: string) =>
  ({ word, reactions }: Said): unknown => {
    const names = [...new Set([...reactions].map((one) => one.split(' ')[0] ?? ''))].sort();
    const by = (name: string) => [...reactions].flatMap((one) => (one.startsWith(`${name} `) ? one.split(' ')[1] : []));
    return [word, names.map((name) => [name, by(name).sort(), by(name).includes(person)])];
  };

async function readAll(world: World, person: string, site: string, path: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let before: string | null = ''; before !== null; ) {
    const page = (await world.ask(person, site, `GET ${path}?limit=4${before && `&beforeMessage=${before}`}`))
      .body as Page;
    const told = page.values.filter(({ notice }) => notice === undefined);
    all.unshift(
      ...told.map(({ text, deletedAt, reactions = [] }) => [
        deletedAt === null ? (text.split(' ')[1] ?? '') : null,
        reactions.map(({ name, users, mine }) => [name, [...users].sort(), mine]).sort(),
      ]),
    );
    before = page.before;
  }
  return all;
}

/** An export of an account holds what the account wrote and began to write, also where it reads no more, and nothing else. */
async function lookAtExport({ service: { store }, model }: World, person: string, site: string): Promise<void> {
  const page = await store.exportPage({ cloudId: site, accountId: person, actorId: 'cli:test', after: null });
  let [text, next] = [JSON.stringify(page.records), page.next];
  while (next !== null) {
    const more = await store.exportPage({ cloudId: site, accountId: person, actorId: 'cli:test', after: next });
    text += JSON.stringify(more.records);
    next = more.next;
  }
  const written = [
    ...model.of(site).flatMap(({ said }) => said.filter(({ sender }) => sender === person)),
    ...model.draftsOf(person, site),
    ...[model.absences.get(`${site} ${person}`)].filter((absence) => absence !== undefined),
  ];
  const records = text.match(/okapi okapi[0-9a-f]{12}/g) ?? [];
  same('exported', [...new Set(records)].sort(), written.flatMap(({ word }) => (word ? `okapi ${word}` : [])).sort());
}

export function some<T>(all: readonly T[], pick: () => number, most: number): T[] {
  const left = [...all];
  const taken: T[] = [];
  while (taken.length < most && left.length > 0) taken.push(...left.splice(Math.floor(pick() * left.length), 1));
  return taken;
}

export function same(what: string, got: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one}, and not ${other}`);
}

/** A refusal without what tells one request from another. */
function forget(body: unknown): unknown {
  const { requestId: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  return rest;
}
