import { randomUUID } from 'node:crypto';
import type { ForgeRuntime } from '../app/forge-runtime';
import { newWord, type Pick } from './deed';
import { aGroup } from './deeds-of-groups';
import type { Model, Place, Said } from './model';
import { markRead, unread } from './reading';
import { same } from './same';
import { documentOf, issues, newSaying, said } from './saying';
import { some } from './some';
import type { World } from './world';

type Name = Parameters<ForgeRuntime['invoke']>[1];

/** Somebody, the app whose functions they ask, and the site that it is in. */
export interface Asking {
  readonly app: ForgeRuntime;
  readonly world: World;
  readonly person: string;
  readonly site: string;
  readonly pick: Pick;
}

/** What a function answers them, without a word that is not theirs. */
export async function invoke({ app, world, person, site }: Asking, name: Name, payload: object) {
  const answer = (await app.invoke(person, name, payload)) as { readonly ok: boolean };
  world.checkWords(person, site, answer, payload);
  return answer as { readonly ok: boolean } & Readonly<Record<string, unknown>>;
}

/** Somebody does something by a function, with what is theirs or with what is not, and it is done or refused as it would be without it. */
export async function actThroughFunction(asking: Asking): Promise<void> {
  const [act] = some([send, found, remind, report, question, readAll], asking.pick, 1);
  await act?.(asking);
}

/** A member writes into a group. */
async function send(asking: Asking): Promise<void> {
  const { world, person, site, pick } = asking;
  const { model } = world;
  const isOpen = ({ kind, members, site: at }: Place) => at === site && kind === 'group' && members.has(person);
  const [place] = some(model.places.filter(isOpen), pick, 1);
  if (place === undefined) return;
  const saying = { ...newSaying(model.people, newWord(pick), pick), about: place.beside };
  const key = randomUUID();
  const answer = await invoke(asking, 'send', { conversationId: place.id, document: documentOf(saying), key });
  const others = [...place.members.keys()].filter((one) => one !== person);
  if (!answer.ok) return same('refused by a block', isBarred(model, site, person, others), true);
  model.say(place, said((answer['message'] as { id: string }).id, person, saying, place.members));
}

/** Beside the issue that the panel stands on, in the place of a conversation of two or of none. */
async function found(asking: Asking): Promise<void> {
  const { world, person, site, pick } = asking;
  const { model } = world;
  const name = newWord(pick);
  const [beside] = issues;
  const people = some(
    model.people.filter((one) => one !== person),
    pick,
    3,
  );
  const directs = model.places.filter(({ kind }) => kind === 'direct');
  const [follows] = pick() < 0.5 ? some(directs, pick, 1) : [];
  const payload = { name, people, follows: follows?.id ?? null, key: randomUUID() };
  const answer = await invoke(asking, 'groupBeside', payload);
  const mayFollow =
    follows === undefined ||
    (follows.site === site && follows.members.has(person) && people.some((one) => follows.members.has(one)));
  const isBarred = people.some((one) => model.isBlocked(site, one, person));
  same('founded by a function', answer.ok, people.length > 0 && mayFollow && !isBarred);
  if (!answer.ok) return;
  const group = { site, id: String(answer['id']), name, isPublic: false, beside };
  model.places.push(aGroup(group, person, people));
  follows?.told.add(beside);
}

/** A place, and mostly a message in it. */
function choose({ world, pick }: Asking): { readonly place: Place; readonly message: Said } | null {
  const [place] = some(
    world.model.places.filter(({ said }) => said.length > 0),
    pick,
    1,
  );
  const [message] = some(place?.said ?? [], pick, 1);
  return place === undefined || message === undefined ? null : { place, message };
}

/** Whether the message is there for them, in a place of this site that they are in. */
function isTheirs({ world, person, site }: Asking, place: Place, message: Said): boolean {
  const isOpen = place.site === site && place.members.has(person) && message.word !== null;
  return isOpen && world.model.read(person, place).includes(message);
}

async function remind(asking: Asking): Promise<void> {
  const { world, person, site } = asking;
  const { model } = world;
  const chosen = choose(asking);
  if (chosen === null) return;
  const { place, message } = chosen;
  const due = new Date(Date.now() + 90_000_000).toISOString();
  const answer = await invoke(asking, 'remind', { conversationId: place.id, message: message.id, due });
  same('reminded by a function', answer.ok, isTheirs(asking, place, message));
  if (!answer.ok) return;
  const messageId = message.id;
  const isSame = (one: (typeof model.reminders)[number]) => one.person === person && one.messageId === messageId;
  model.reminders = [...model.reminders.filter((one) => !isSame(one)), { site, person, place, messageId, due }];
}

async function report(asking: Asking): Promise<void> {
  const { world, person, site, pick } = asking;
  const { model } = world;
  const chosen = choose(asking);
  if (chosen === null) return;
  const { place, message } = chosen;
  const note = newWord(pick);
  const payload = { conversationId: place.id, id: message.id, reason: 'insult', note: `okapi ${note}` };
  const answer = await invoke(asking, 'report', payload);
  const mayReport = isTheirs(asking, place, message) && message.sender !== person;
  same('reported by a function', answer.ok, mayReport);
  const isKnown = model.reports.some(
    (one) => one.reporter === person && one.message === message && one.outcome === 'open',
  );
  if (!mayReport || isKnown) return;
  const { reports } = (await invoke(asking, 'ownReports', {})) as unknown as { reports: { id: string }[] };
  const word = message.word ?? '';
  model.reports.push({ site, id: reports[0]?.id ?? '', reporter: person, place, message, word, note, outcome: 'open' });
}

/** Of two people either may say that nobody waits any more; nobody else may. */
async function question(asking: Asking): Promise<void> {
  const chosen = choose(asking);
  if (chosen === null) return;
  const { place, message } = chosen;
  const answer = await invoke(asking, 'question', { conversationId: place.id, id: message.id, isOpen: false });
  same('closed by a function', answer.ok, place.kind === 'direct' && isTheirs(asking, place, message));
  if (answer.ok) message.isQuestion = false;
}

async function readAll(asking: Asking): Promise<void> {
  const { world, person, site } = asking;
  const { model } = world;
  const due = model.of(site).filter((place) => unread(person, place).length > 0);
  const answer = await invoke(asking, 'inboxReadAll', { cursor: '' });
  same('all marked by a function', answer, { ok: true, count: due.length, cursor: '' });
  for (const place of due) markRead(person, place, model.lastId(place), null);
}

const isBarred = (model: Model, site: string, person: string, others: readonly string[]): boolean =>
  others.length === 1 && others.some((other) => model.isBlocked(site, other, person));
