import type { Conversation, ConversationList } from '../../src/contract/resources';
import type { Draft, Model, Place } from './model';
import { mentioning, unread } from './reading';
import { refuseCursor } from './refuse-cursor';
import { same } from './same';
import { issues, wordIn } from './saying';
import { some } from './some';
import type { World } from './world';

type Pick = () => number;

/** All that a person is in, and public groups; then two of the lists that hold less, exactly. */
export async function lookAtLists(world: World, person: string, site: string, pick: Pick): Promise<void> {
  const { model } = world;
  const all = await list(world, person, site, 'limit=3', pick);
  const seen = model.of(site).filter((place) => model.sees(person, place));
  same(
    'listed that is not theirs',
    all.filter(({ id }) => !seen.some((place) => place.id === id)).map(({ id }) => id),
    [],
  );
  const own = seen.filter(({ members, said }) => members.has(person) && said.length > 0).map(({ id }) => id);
  same(
    'not listed',
    own.filter((id) => !all.some((one) => one.id === id)),
    [],
  );
  for (const row of all) lookAtRow(model, person, row, null);
  for (const choice of some(['unread', 'mentioned', 'follow-up', ...issues] as const, pick, 2)) {
    if (choice === issues[0] || choice === issues[1]) await lookAtIssue(world, person, site, choice, pick);
    else await lookAtChoice(world, person, site, choice, pick);
  }
}

/** What a list of fewer holds of a place. */
const belongs = {
  unread: (_: Model, person: string, place: Place) => unread(person, place).length > 0,
  mentioned: (_: Model, person: string, place: Place) => mentioning(person, place).length > 0,
  'follow-up': (model: Model, person: string, place: Place) =>
    (place.kind === 'direct' && place.members.has(person) && place.said.some(({ isQuestion }) => isQuestion)) ||
    model.reminders.some((one) => one.person === person && one.place === place),
} as const;

/** The ids of the places that a list of fewer holds. */
export function chosen(model: Model, person: string, site: string, choice: keyof typeof belongs): string[] {
  const places = model.of(site).filter((place) => belongs[choice](model, person, place));
  return places.map(({ id }) => id).sort();
}

async function lookAtChoice(world: World, person: string, site: string, choice: keyof typeof belongs, pick: Pick) {
  const { model } = world;
  const rows = await list(world, person, site, `limit=20&order=activity&${choice}=true`, pick);
  // Public groups of others are among what is unread, and nothing in them is.
  const kept = choice === 'follow-up' ? rows : rows.filter(({ unreadCount }) => unreadCount !== 0);
  same(`${choice} of ${person}`, kept.map(({ id }) => id).sort(), chosen(model, person, site, choice));
}

/** The places where something about an issue is open to them, and of each what is about it. */
async function lookAtIssue(world: World, person: string, site: string, issue: string, pick: Pick): Promise<void> {
  const { model } = world;
  const rows = await list(world, person, site, `limit=20&issue=${issue}`, pick, 'activity,messages');
  const places = model.of(site).filter((place) => model.tellsOf(person, place, issue));
  same(`about ${issue}`, rows.map(({ id }) => id).sort(), places.map(({ id }) => id).sort());
  for (const row of rows) {
    lookAtRow(model, person, row, issue);
    const place = places.find(({ id }) => id === row.id);
    const read = place === undefined ? [] : model.read(person, place).filter(({ about }) => about === issue);
    const told = row.messages?.values.filter(({ notice }) => notice === undefined) ?? [];
    const [latest, expected] = [told.map(({ text }) => wordIn(text)), read.map(({ word }) => word ?? '')];
    const isWhole = row.messages?.before === null;
    same(`of ${row.id} about ${issue}`, latest, isWhole ? expected : expected.slice(expected.length - latest.length));
  }
}

/** What a row counts and tells, of an issue or of all. */
function lookAtRow(model: Model, person: string, row: Conversation, issue: string | null): void {
  const place = model.places.find(({ id }) => id === row.id);
  if (place === undefined) return;
  const isAbout = ({ about }: { readonly about: string | null }) => issue === null || about === issue;
  const lastOpen = model.read(person, place).at(-1);
  const open = unread(person, place).filter(isAbout);
  const drafts = model.drafts.filter((one) => one.person === person && one.place === place).filter(isAbout);
  const questions = place.said.filter(({ isQuestion }) => isQuestion).filter(isAbout);
  const reminders = model.reminders.filter((one) => one.person === person && one.place === place);
  same(
    `told of ${row.id}${issue === null ? '' : ` about ${issue}`}`,
    {
      unread: row.unreadCount,
      mentioned: row.mentioned,
      hasDraft: row.hasDraft,
      questions: row.questions?.map(({ messageId, mine }) => `${messageId} ${mine}`).sort(),
      reminders: row.reminders?.map(({ messageId, due }) => `${messageId} ${due}`).sort(),
    },
    {
      unread: Math.min(open.length, 100),
      mentioned: open.some(({ mentions }) => mentions.has(person)),
      hasDraft: drafts.length > 0,
      questions: questions.map(({ id, sender }) => `${id} ${sender === person}`).sort(),
      reminders: reminders.map(({ messageId, due }) => `${messageId} ${due}`).sort(),
    },
  );
  const last = row.lastMessage?.notice === undefined ? row.lastMessage : null;
  if (last) same(`last of ${row.id}`, last.id, lastOpen?.id);
  // How far others have read is told of members, and of what is open to the reader.
  const openFrom = model.openFrom(person, place) ?? '~';
  for (const { userId, messageId, issue: of } of row.readBy ?? []) {
    same(`read by ${userId}`, [place.members.has(userId), userId !== person, messageId > openFrom], [true, true, true]);
    if (issue !== null && of !== undefined) same('read of another issue', of, issue);
  }
}

/** All pages of a list; a cursor of it is refused to everybody else. */
async function list(world: World, person: string, site: string, query: string, pick: Pick, expand = 'activity') {
  const path = `GET /conversation?${query}&expand=${expand}` as const;
  const rows: Conversation[] = [];
  for (let cursor = ''; ; ) {
    const answer = await world.ask(person, site, `${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    same(path, answer.status, 200);
    const page = answer.body as ConversationList;
    rows.push(...page.values);
    cursor = page.cursor;
    if (cursor === '') return rows;
    if (pick() < 0.3) await refuseCursor(world, person, site, path, cursor, pick);
  }
}

/** One's own drafts are listed, also of places that one does not see any more; nobody else's are. */
export async function lookAtDrafts(world: World, person: string, site: string): Promise<void> {
  const { body } = await world.ask(person, site, 'GET /draft');
  type Kept = { conversationId?: string; user?: { id: string }; issue: { id: string } | null };
  const { values } = body as { values: Kept[] };
  const placeOf = ({ place: { kind, id, members }, about }: Draft) =>
    `${kind === 'group' ? id : [...members.keys()].find((member) => member !== person)} ${about}`;
  same(
    'drafts',
    values.map(({ conversationId, user, issue }) => `${user?.id ?? conversationId} ${issue?.id ?? null}`).sort(),
    world.model.draftsOf(person, site).map(placeOf).sort(),
  );
}
