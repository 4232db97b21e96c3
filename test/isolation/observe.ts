import { randomUUID } from 'node:crypto';
import { listTheirs, type Model, type ModelConversation, sees } from './model';
import { people, sites, type World } from './world';

/**
 * All that one person can find on both sites, by every way there is. Each answer is looked through for what is not theirs
 * (`World.ask`); here stands what they do find, and that what is not theirs answers as what is not there.
 */
export async function observe(model: Model, world: World, who: string): Promise<void> {
  for (const at of sites) {
    const here = model.conversations.filter(({ site }) => site === at);
    await list(world, who, at, here);
    await search(world, who, at, here);
    for (const conversation of model.conversations) await visit(world, who, at, conversation);
  }
  for (const list of ['all', 'unread', 'archived'] as const) await world.invoke(who, 'inboxList', { list, cursor: '' });
  for (const text of ['word', 'group']) await world.invoke(who, 'inboxSearch', { text, cursor: '' });
  await world.invoke(who, 'open', {});
}

interface Listed {
  readonly id: string;
  readonly unreadCount: number;
}

async function list(world: World, who: string, at: string, here: readonly ModelConversation[]): Promise<void> {
  const found: Listed[] = [];
  const pages = '/conversation?limit=3&order=activity&expand=activity&include-archived=true';
  for (let cursor: string | null = null; cursor !== ''; ) {
    const page = await world.ask(who, at, `GET ${pages}${cursor === null ? '' : `&cursor=${cursor}`}`);
    expect(page.status).toBe(200);
    const { values, cursor: next } = page.body as { values: Listed[]; cursor: string };
    found.push(...values);
    if (next !== '') await refuseCursor(world, who, at, `GET ${pages}&cursor=${next}`);
    cursor = next;
  }
  const theirs = here.filter((one) => sees(one, who));
  expect(found.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort());
  for (const { id, unreadCount } of found) {
    const { messages = [] } = theirs.find((one) => one.id === id) ?? {};
    expect(unreadCount).toBeLessThanOrEqual(
      messages.filter(({ sender, word }) => sender !== who && word !== null).length,
    );
  }
}

/** A cursor is of one person on one site. */
async function refuseCursor(world: World, who: string, at: string, target: `${string} ${string}`): Promise<void> {
  const [other = ''] = people.filter((one) => one !== who);
  const [elsewhere = ''] = sites.filter((one) => one !== at);
  expect((await world.ask(other, at, target)).status).toBe(400);
  expect((await world.ask(who, elsewhere, target)).status).toBe(400);
}

async function search(world: World, who: string, at: string, here: readonly ModelConversation[]): Promise<void> {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const target = `GET /message?query=word&limit=20${cursor === '' ? '' : `&cursor=${cursor}`}` as const;
    const page = await world.ask(who, at, target);
    expect(page.status).toBe(200);
    const { values, cursor: next } = page.body as { values: { id: string }[]; cursor: string };
    found.push(...values.map(({ id }) => id));
    if (next === '') break;
    await refuseCursor(world, who, at, `GET /message?query=word&limit=20&cursor=${next}`);
    cursor = next;
  }
  expect(new Set(found).size).toBe(found.length);
  const theirs = here.flatMap((one) => listTheirs(one, who).filter(({ word }) => word !== null));
  expect(found).toEqual(expect.arrayContaining(theirs.map(({ id }) => id)));
}

/** By its id, on either site: only on its own, and only to whom it is open, is it there. */
async function visit(world: World, who: string, at: string, conversation: ModelConversation): Promise<void> {
  const roster = conversation.name === null ? [] : ['/roster'];
  const paths = ['', '/message', '/message/recent', ...roster, ...listMessagePaths(conversation)];
  const isOpen = conversation.site === at && sees(conversation, who);
  for (const path of paths) {
    const { status, body } = await world.ask(who, at, `GET /conversation/${conversation.id}${path}`);
    if (isOpen) {
      expect([path, status]).toEqual([path, 200]);
      if (path === '/message') expectTheirs(conversation, who, body);
      continue;
    }
    const absent = await world.ask(who, at, `GET /conversation/${randomUUID()}${path}`);
    expect(status).toBe(404);
    expect(withoutId(body)).toEqual(withoutId(absent.body));
  }
}

function listMessagePaths({ messages }: ModelConversation): readonly string[] {
  const last = messages.at(-1);
  return last === undefined ? [] : [`/message/${last.id}`, `/message/${last.id}/context`];
}

/** In the order in which they were acknowledged one after the other; those sent at once in either. */
function expectTheirs(conversation: ModelConversation, who: string, body: unknown): void {
  const { values } = body as { values: { id: string; text: string; deletedAt: string | null }[] };
  const read = new Map(values.map(({ id, text, deletedAt }) => [id, deletedAt === null ? text : null]));
  for (const { id, word } of listTheirs(conversation, who).slice(-75)) expect([id, read.get(id)]).toEqual([id, word]);
}

function withoutId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as { requestId: string };
  return rest;
}
