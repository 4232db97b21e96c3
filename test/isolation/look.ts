import type { Message } from '../../src/contract/resources';
import { lookAsApp } from './look-as-app';
import { lookAtAbsences } from './look-at-absences';
import { lookAtDrafts, lookAtLists } from './look-at-lists';
import { lookBySearch } from './look-by-search';
import type { Place, Said } from './model';
import { same } from './same';
import { wordIn } from './saying';
import { some } from './some';
import type { World } from './world';

interface Page {
  readonly values: Message[];
  readonly before: string | null;
}

/** All that a person can ask about a site and about a few places in it, held against what the model says is theirs. */
export async function look(world: World, person: string, site: string, pick: () => number): Promise<void> {
  const { model } = world;
  await lookAtLists(world, person, site, pick);
  await lookAtDrafts(world, person, site);
  await lookAtFollowUp(world, person, site);
  await lookAtAbsences(world, person, site);
  await lookBySearch(world, person, site, pick);
  for (const place of some(model.places, pick, 2)) await lookAt(world, person, site, place, pick);
  await lookAtExport(world, person, site);
  await lookAsApp(world, person, pick);
}

/** One's own reminders and reports, and nobody else's; of a report no word. */
async function lookAtFollowUp(world: World, person: string, site: string): Promise<void> {
  const { model } = world;
  type Reminded = { conversationId: string; messageId: string | null; due: string };
  const reminders = (await world.ask(person, site, 'GET /reminder')).body as { values: Reminded[] };
  same(
    'reminders',
    reminders.values.map(({ conversationId, messageId, due }) => [conversationId, messageId, due].join(' ')).sort(),
    model
      .remindersOf(person, site)
      .map(({ place, messageId, due }) => [place.id, messageId, due].join(' '))
      .sort(),
  );
  type Reported = { id: string; conversationId: string; messageId: string; outcome: string };
  const reports = (await world.ask(person, site, 'GET /report?limit=75')).body as { values: Reported[] };
  const own = model.reports.filter((one) => one.site === site && one.reporter === person);
  same(
    'reported',
    reports.values.map(({ id, conversationId, messageId, outcome }) =>
      [id, conversationId, messageId, outcome].join(' '),
    ),
    own
      .slice(-75)
      .reverse()
      .map(({ id, place, message, outcome }) => [id, place.id, message.id, outcome].join(' ')),
  );
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
  ({ word, reactions, isQuestion }: Said): unknown => {
    const names = [...new Set([...reactions].map((one) => one.split(' ')[0] ?? ''))].sort();
    const by = (name: string) => [...reactions].flatMap((one) => (one.startsWith(`${name} `) ? one.split(' ')[1] : []));
    return [word, isQuestion, names.map((name) => [name, by(name).sort(), by(name).includes(person)])];
  };

async function readAll(world: World, person: string, site: string, path: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let before: string | null = ''; before !== null; ) {
    const page = (await world.ask(person, site, `GET ${path}?limit=4${before && `&beforeMessage=${before}`}`))
      .body as Page;
    const told = page.values.filter(({ notice }) => notice === undefined);
    all.unshift(
      ...told.map(({ text, deletedAt, awaitsAnswer = false, reactions = [] }) => [
        deletedAt === null ? wordIn(text) : null,
        awaitsAnswer,
        reactions.map(({ name, users, mine }) => [name, [...users].sort(), mine]).sort(),
      ]),
    );
    before = page.before;
  }
  return all;
}

/**
 * An export of an account holds what the account wrote, began to write, and said beside a report that waits, also where
 * it reads no more, and nothing else.
 */
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
    ...model.reports
      .filter((one) => one.site === site && one.reporter === person && one.outcome === 'open')
      .map(({ note: word }) => ({ word })),
  ];
  const records = text.match(/okapi okapi[0-9a-f]{12}/g) ?? [];
  same('exported', [...new Set(records)].sort(), written.flatMap(({ word }) => (word ? `okapi ${word}` : [])).sort());
}

/** A refusal without what tells one request from another. */
function forget(body: unknown): unknown {
  const { requestId: _, ...rest } = (body ?? {}) as Record<string, unknown>;
  return rest;
}
