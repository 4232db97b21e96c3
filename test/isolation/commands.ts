import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { aDocument } from '../shared/service/a-document';
import { findDirect, isBlocked, type Model, type ModelConversation, sees } from './model';
import { observe } from './observe';
import { people, sites, type World } from './world';

type Step = (model: Model, world: World) => Promise<void>;

/** Does this, and then two of the people look at all that they can. */
class Command implements fc.AsyncCommand<Model, World> {
  constructor(
    readonly words: string,
    readonly step: Step,
    readonly lookers: readonly number[],
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, world: World): Promise<void> {
    await this.step(model, world);
    for (const looker of this.lookers) await observe(model, world, people[looker] ?? '');
  }

  toString(): string {
    return this.words;
  }
}

let made = 0;

/** Unlike any other, in letters too, so that a search for one finds no other. */
function newWord(kind: 'word' | 'group'): string {
  made += 1;
  const letters = [...`${made}`].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `${kind}-${made}-${letters}`;
}

const person = fc.nat({ max: people.length - 1 }).map((n) => people[n] ?? '');
const cloudId = fc.constantFrom(...sites);
const place = fc.nat({ max: 9 });

function group(model: Model, at: string, n: number): ModelConversation | undefined {
  const groups = model.conversations.filter(({ site, name }) => site === at && name !== null);
  return groups[n % Math.max(1, groups.length)];
}

const path = ({ id }: ModelConversation) => `/conversation/${id}` as const;
const idOf = (body: unknown) => (body as { id: string }).id;

/** What one may not see is as if it were not there. */
function expectHidden(conversation: ModelConversation, who: string, status: number): void {
  if (!sees(conversation, who)) expect(status).toBe(404);
}

async function sendDirect(model: Model, world: World, at: string, from: string, to: string, key?: string) {
  const word = newWord('word');
  const headers = key === undefined ? {} : { 'Idempotency-Key': key };
  const question = { json: { body: aDocument(word), issue: { id: '10001', key: 'WEB-1' } }, headers };
  const sent = await world.ask(from, at, `POST /conversation/user/${to}/message`, question);
  if (isBlocked(model, at, to, from)) return void expect(sent.status).toBe(403);
  expect(sent.status).toBe(201);
  expect(sent.headers.get('Idempotency-Replayed')).toBeNull();
  const known = findDirect(model, at, from, to);
  if (known) return void known.messages.push({ id: idOf(sent.body), sender: from, word });
  const members = new Set([from, to]);
  const opened: ModelConversation = {
    ...{ site: at, id: '', name: null, owner: null, isPublic: false, isArchived: false, publicFrom: 0, members },
    joinedThemselves: new Set(),
    messages: [{ id: idOf(sent.body), sender: from, word }],
  };
  const direct = await world.ask(from, at, `GET /conversation/user/${to}`);
  // Another one that was sent at once may have opened it meanwhile.
  const meanwhile = findDirect(model, at, from, to);
  if (meanwhile) meanwhile.messages.push(...opened.messages);
  else model.conversations.push({ ...opened, id: idOf(direct.body) });
}

async function sendToGroup(world: World, to: ModelConversation, from: string) {
  const word = newWord('word');
  const sent = await world.ask(from, to.site, `POST ${path(to)}/message`, { json: aDocument(word) });
  expectHidden(to, from, sent.status);
  if (sees(to, from)) expect(sent.status).toBe(to.isArchived ? 409 : 201);
  if (sent.status !== 201) return;
  if (!to.members.has(from)) to.joinedThemselves.add(from);
  to.members.add(from);
  to.messages.push({ id: idOf(sent.body), sender: from, word });
}

const steps: readonly fc.Arbitrary<readonly [string, Step]>[] = [
  fc
    .tuple(cloudId, person, person)
    .map(([at, from, to]) => [
      `${from} writes to ${to}`,
      async (model, world) => (from === to ? undefined : sendDirect(model, world, at, from, to)),
    ]),
  fc.tuple(cloudId, place, person).map(([at, n, from]) => [
    `${from} writes into group ${n}`,
    async (model, world) => {
      const to = group(model, at, n);
      if (to) await sendToGroup(world, to, from);
    },
  ]),
  // Two sites at once, and one key for all: it is each sender's own, on each site.
  fc
    .tuple(person, person, fc.string({ unit: fc.constantFrom('k', 'l'), minLength: 1, maxLength: 3 }))
    .map(([one, other, name]) => [
      `${one} and ${other} write to each other on both sites at once under one key`,
      async (model, world) => {
        if (one === other) return;
        const key = `${name}-${randomUUID()}`;
        await Promise.all(
          sites.flatMap((at) => [
            sendDirect(model, world, at, one, other, key),
            sendDirect(model, world, at, other, one, key),
          ]),
        );
      },
    ]),
  fc.tuple(cloudId, person, fc.boolean()).map(([at, owner, isPublic]) => [
    `${owner} makes a ${isPublic ? 'public' : 'private'} group`,
    async (model, world) => {
      const name = newWord('group');
      const json = { name, privacy: isPublic ? 'public' : 'private' };
      const created = await world.ask(owner, at, 'POST /conversation', { json });
      expect(created.status).toBe(201);
      const members = new Set([owner]);
      const place = { site: at, id: idOf(created.body), name, owner, isPublic, isArchived: false, publicFrom: 0 };
      model.conversations.push({ ...place, members, joinedThemselves: new Set(), messages: [] });
    },
  ]),
  fc.tuple(cloudId, place, person, person, fc.boolean()).map(([at, n, by, whom, adds]) => [
    `${by} ${adds ? 'adds' : 'removes'} ${whom} in group ${n}`,
    async (model, world) => {
      const to = group(model, at, n);
      // Who follows an owner that leaves is not what this is about.
      if (!to || to.isArchived || (!adds && whom === to.owner)) return;
      const json = adds ? { add: [whom] } : { remove: [whom] };
      const { status } = await world.ask(by, at, `PATCH ${path(to)}/roster`, { json });
      expectHidden(to, by, status);
      if (status !== 204) return;
      const mayLeave = !adds && by === whom;
      expect(by === to.owner || mayLeave).toBe(true);
      if (adds && !to.members.has(whom)) to.joinedThemselves.delete(whom);
      if (adds) to.members.add(whom);
      else to.members.delete(whom);
    },
  ]),
  fc.tuple(cloudId, place, person, fc.boolean()).map(([at, n, by, isPublic]) => [
    `${by} makes group ${n} ${isPublic ? 'public' : 'private'}`,
    async (model, world) => {
      const to = group(model, at, n);
      if (!to || to.isArchived) return;
      const json = { privacy: isPublic ? 'public' : 'private' };
      const { status } = await world.ask(by, at, `PATCH ${path(to)}`, { json });
      expectHidden(to, by, status);
      if (status !== 200) return;
      expect(by).toBe(to.owner);
      if (isPublic && !to.isPublic) to.publicFrom = to.messages.length;
      to.isPublic = isPublic;
    },
  ]),
  fc.tuple(cloudId, place, person, fc.boolean()).map(([at, n, by, archives]) => [
    `${by} ${archives ? 'archives' : 'unarchives'} group ${n}`,
    async (model, world) => {
      const to = group(model, at, n);
      if (!to) return;
      const { status } = await world.ask(by, at, `PUT ${path(to)}/${archives ? 'archive' : 'unarchive'}`);
      expectHidden(to, by, status);
      if (status !== 204) return;
      expect(by).toBe(to.owner);
      to.isArchived = archives;
    },
  ]),
  fc.tuple(cloudId, person, person, fc.boolean()).map(([at, by, whom, blocks]) => [
    `${by} ${blocks ? 'blocks' : 'unblocks'} ${whom}`,
    async (model, world) => {
      if (by === whom) return;
      const { status } = await world.ask(by, at, `${blocks ? 'PUT' : 'DELETE'} /block/${whom}`);
      expect(status).toBe(204);
      if (blocks) model.blocks.add(`${at} ${by} ${whom}`);
      else model.blocks.delete(`${at} ${by} ${whom}`);
    },
  ]),
  // Of any conversation and site, by anybody: most of these are not theirs to change.
  fc.tuple(cloudId, place, place, person, fc.boolean()).map(([at, n, m, by, deletes]) => [
    `${by} ${deletes ? 'deletes' : 'edits'} message ${m} of conversation ${n}`,
    async (model, world) => {
      const to = model.conversations[n % Math.max(1, model.conversations.length)];
      const message = to?.messages[m % Math.max(1, to.messages.length)];
      if (!to || !message) return;
      const word = newWord('word');
      const target = `${path(to)}/message/${message.id}`;
      const { status } = deletes
        ? await world.ask(by, at, `DELETE ${target}`)
        : await world.ask(by, at, `PUT ${target}`, { json: aDocument(word) });
      if (at !== to.site || !sees(to, by)) expect(status).toBe(404);
      if (status >= 300) return;
      expect(by).toBe(message.sender);
      message.word = deletes ? null : word;
    },
  ]),
];

const lookers = fc.uniqueArray(fc.nat({ max: people.length - 1 }), { minLength: 2, maxLength: 2 });

/** What people do, in any order. */
export const commands: fc.Arbitrary<Command>[] = steps.map((step) =>
  fc.tuple(step, lookers).map(([[words, work], looking]) => new Command(words, work, looking)),
);
