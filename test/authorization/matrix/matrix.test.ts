import { type OperationName, operations } from '../../../src/contract/operations';
import { ask, type Question } from '../../shared/service/ask';
import { appId, type ForgeSigner, startForgeSigner } from '../../shared/service/forge-signer';
import { runService, site, type TestService } from '../../shared/service/running-service';
import { unchecked } from '../../shared/store/builders';
import { everyOperation, rightBody, targetOf } from '../right-request';
import { type CallerKind, callerKinds, type MakeCaller, type MatrixCaller, prepareCallers } from './callers';
import { type ConversationKind, conversationKinds, furnish, type Place, type Standing, standings } from './places';
import { judge, type RightName, type Verdict } from './rights';
import { type Row, rows, scopeHolders } from './rows';

jest.setTimeout(600_000);

let forge: ForgeSigner;
let service: TestService;
let aCaller: MakeCaller;

beforeAll(async () => {
  forge = await startForgeSigner();
  service = await runService({
    env: forge.env,
  });
  aCaller = await prepareCallers(service, forge);
});

afterAll(async () => {
  await service.close();
  await forge.close();
});

type Seen = Verdict | 401 | `status ${number}`;

/** What came of it; `done` for the operation's own status of success. */
async function attempt(
  id: OperationName,
  caller: MatrixCaller,
  place: Partial<Place>,
  message: string | null,
  body?: Question,
) {
  const messageId = message ?? site;
  const target = targetOf(service.url, id, {
    ...{ cloudId: site, userId: place.otherId ?? 'somebody', conversationId: place.conversationId ?? site, messageId },
  });
  const { status } = await ask(target, await caller.asks(body ?? rightBody(id, place.othersMessage)));
  if (status === operations[id].status) return 'done';
  return status === 401 || status === 403 || status === 404 || status === 409 ? status : (`status ${status}` as const);
}

const holds = (row: Row, kind: CallerKind) => (scopeHolders[row.scope] as readonly CallerKind[]).includes(kind);

/** A direct conversation has no owner, and nobody can take the app into a group. */
const standingsOf = (kind: CallerKind, place: ConversationKind): readonly Standing[] => {
  if (place === 'direct') return ['member', 'other'];
  return kind === 'app' ? ['other'] : standings;
};

/** Whoever may have a conversation of this kind, as what. */
const everyStanding = (place: ConversationKind) =>
  callerKinds.flatMap((kind) => standingsOf(kind, place).map((standing) => ({ kind, standing })));

type Attempts = (caller: MatrixCaller, place: Place) => Promise<Seen>;

/** Every caller in every standing, side by side with what the contract says of it. */
async function compare(row: Row, right: RightName, place: ConversationKind, attempts: Attempts) {
  const found: Record<string, Seen> = {};
  const expected: Record<string, Seen> = {};
  for (const { kind, standing } of everyStanding(place)) {
    const caller = aCaller(kind);
    const name = `${kind}, ${standing}`;
    found[name] = await attempts(caller, await furnish(service, place, caller, standing));
    expected[name] = holds(row, kind) ? judge(right, place, kind, standing) : 401;
  }
  expect(found).toEqual(expected);
}

describe('the matrix', () => {
  test('has a row for every operation, and for no other', () => {
    expect(Object.keys(rows).sort()).toEqual(everyOperation.map(([id]) => id).sort());
  });
});

const rowsAbout = <About extends Row['about']>(about: About) =>
  (Object.entries(rows) as [OperationName, Row][]).filter(
    (entry): entry is [OperationName, Row & { about: About }] => entry[1].about === about,
  );

describe.each(rowsAbout('conversation'))('%s', (id, row) => {
  test.each(conversationKinds)('on a conversation that is %s', async (place) => {
    await compare(row, row.right, place, (caller, { ...where }) => attempt(id, caller, where, null));
  });
});

/** What each right on a message comes to on another's. */
const othersRights = {
  read: 'read',
  react: 'send',
  ask: 'askOfOthers',
  close: 'ask',
  report: 'report',
  edit: 'changeOthers',
  delete: 'changeOthers',
} as const satisfies Record<string, RightName>;

/** What each right on a message comes to on one's own. */
const ownRights = {
  read: 'read',
  react: 'send',
  ask: 'ask',
  close: 'ask',
  report: 'reportOwn',
  edit: 'editOwn',
  delete: 'deleteOwn',
} as const satisfies Record<string, RightName>;

describe.each(rowsAbout('message'))('%s', (id, row) => {
  test.each(conversationKinds)("on another's message where it is %s", async (place) => {
    const right = othersRights[row.right];
    await compare(row, right, place, (caller, where) => attempt(id, caller, where, where.othersMessage));
  });

  test.each(conversationKinds)("on one's own message where it is %s", async (place) => {
    const right = ownRights[row.right];
    // Who is not in it wrote nothing there: the id is that of a message elsewhere.
    const elsewhere = (await furnish(service, 'direct', aCaller('user'), 'member')).othersMessage;
    await compare(row, right, place, async (caller, where) => {
      const isTheirs = ['read', 'react', 'ask', 'close'].includes(row.right) && where.ownMessage === null;
      return attempt(id, caller, where, isTheirs ? where.othersMessage : (where.ownMessage ?? elsewhere));
    });
  });
});

describe.each(rowsAbout('roster'))('%s', (id, row) => {
  test.each(conversationKinds)('for others where it is %s', async (place) => {
    await compare(row, 'manage', place, (caller, where) => attempt(id, caller, where, null));
  });

  test.each(conversationKinds)('to leave where it is %s', async (place) => {
    await compare(row, 'leave', place, (caller, where) =>
      attempt(id, caller, where, null, { json: { remove: [caller.id] } }),
    );
  });
});

describe.each(rowsAbout('direct'))('%s', (id, row) => {
  const seen = async (attempts: Attempts, standing: Standing) => {
    const all = callerKinds.map(async (kind) => {
      const caller = aCaller(kind);
      return [kind, await attempts(caller, await furnish(service, 'direct', caller, standing))] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  };
  const verdict = (one: Verdict) => Object.fromEntries(callerKinds.map((kind) => [kind, holds(row, kind) ? one : 401]));
  const on = (which: 'ownMessage' | 'othersMessage') => (caller: MatrixCaller, where: Place) =>
    attempt(id, caller, where, where[which]);

  if (row.right === 'open') {
    test('is for whoever has the scope, with anyone', async () => {
      expect(await seen(on('othersMessage'), 'member')).toEqual(verdict('done'));
      expect(await seen(on('othersMessage'), 'other')).toEqual(verdict('done'));
    });
  } else if (row.right === 'mark') {
    test('is for its ends, and makes none', async () => {
      expect(await seen(on('othersMessage'), 'member')).toEqual(verdict('done'));
      expect(await seen(on('othersMessage'), 'other')).toEqual(verdict(404));
    });
  } else {
    test('is for the sender alone', async () => {
      expect(await seen(on('ownMessage'), 'member')).toEqual(verdict('done'));
      expect(await seen(on('othersMessage'), 'member')).toEqual(verdict(403));
      expect(await seen(on('othersMessage'), 'other')).toEqual(verdict(404));
    });
  }
});

test.each(rowsAbout('own'))('%s is for whoever has the scope', async (id, row) => {
  for (const kind of callerKinds) {
    expect([kind, await attempt(id, aCaller(kind), {}, null)]).toEqual([kind, holds(row, kind) ? 'done' : 401]);
  }
});

test.each(rowsAbout('people'))('%s is for people who have the scope', async (id, row) => {
  for (const kind of callerKinds) {
    const expected = !holds(row, kind) ? 401 : kind === 'user' ? 'done' : 403;
    expect([kind, await attempt(id, aCaller(kind), {}, null)]).toEqual([kind, expected]);
  }
});

test.each(rowsAbout('report'))('%s finds what there is, for whoever has the scope', async (id, row) => {
  for (const kind of callerKinds) {
    expect([kind, await attempt(id, aCaller(kind), {}, null)]).toEqual([kind, holds(row, kind) ? 404 : 401]);
  }
});

describe.each(['listConversations', 'searchMessages'] as const)('%s', (id) => {
  test.each(conversationKinds)('shows what is %s to whom may read it, and to nobody else', async (place) => {
    for (const { kind, standing } of everyStanding(place).filter((one) => holds(rows[id], one.kind))) {
      const caller = aCaller(kind);
      const { conversationId } = await furnish(service, place, caller, standing);
      const ids = { cloudId: site, userId: '', conversationId: '', messageId: '' };
      const query = id === 'searchMessages' ? '' : '?include-archived=true&order=activity';
      const { body } = await ask(`${targetOf(service.url, id, ids)}${query}`, await caller.asks({}));
      const shown = JSON.stringify((body as { values: unknown[] }).values).includes(conversationId);
      expect([kind, standing, shown]).toEqual([kind, standing, judge('read', place, kind, standing) === 'done']);
    }
  });
});

test.each([`app:${appId}`, `APP:${appId}`, 'app:another'])(
  'the app reads no conversation of people: nobody takes %s into a group',
  async (appMember) => {
    const owner = aCaller('user');
    const { conversationId } = await furnish(service, 'private', owner, 'owner');
    const before = await service.store.listMembers(site, conversationId);
    const target = targetOf(service.url, 'changeRoster', {
      ...{ cloudId: site, conversationId, userId: '', messageId: '' },
    });
    const { status, body } = await ask(target, await owner.asks({ json: { add: ['somebody', appMember] } }));
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ details: [{ field: 'body/add/1', rule: expect.stringContaining('the app') }] }),
    ]);
    expect(await service.store.listMembers(site, conversationId)).toEqual(before);
  },
);

describe('a person in Jira and a public group', () => {
  const group = () => furnish(service, 'public', aCaller('user'), 'other');
  const attemptAs = (caller: MatrixCaller, where: Place) => attempt('sendMessage', caller, where, null);

  test('reading it does not join it, and sending to it does, once', async () => {
    const [caller, where] = [aCaller('user'), await group()];
    await attempt('listMessages', caller, where, null);
    expect(await service.store.listMembers(site, where.conversationId)).toEqual([where.otherId]);
    for (const _ of [1, 2]) expect(await attemptAs(caller, where)).toBe('done');
    expect(await service.store.listMembers(site, where.conversationId)).toEqual([where.otherId, caller.id].sort());
  });

  test('sending to a full one is 409, and joins nobody', async () => {
    const where = await group();
    const add = Array.from({ length: 499 }, (_, n) => `user-${n}`);
    await service.store.changeMembers(site, where.conversationId, { add, remove: [] }, unchecked);
    expect(await attemptAs(aCaller('user'), where)).toBe(409);
    expect(await service.store.listMembers(site, where.conversationId)).toHaveLength(500);
  });

  test('sending to an archived one joins nobody', async () => {
    const where = await furnish(service, 'archived public', aCaller('user'), 'other');
    expect(await attemptAs(aCaller('user'), where)).toBe(409);
    expect(await service.store.listMembers(site, where.conversationId)).toEqual([where.otherId]);
  });

  test('it goes to the next one when its owner leaves, and is archived by the last one, as everybody sees', async () => {
    const [owner, heir, third, reader] = [aCaller('user'), aCaller('user'), aCaller('user'), aCaller('user')];
    const { conversationId, otherId } = await furnish(service, 'public', owner, 'owner');
    const ids = { cloudId: site, conversationId, userId: '', messageId: '' };
    const change = async (who: MatrixCaller, json: object) =>
      (await ask(targetOf(service.url, 'changeRoster', ids), await who.asks({ json }))).status;
    const read = async () => (await ask(targetOf(service.url, 'getConversation', ids), await reader.asks({}))).body;
    expect(await change(owner, { remove: [otherId], add: [heir.id] })).toBe(204);
    expect(await change(owner, { add: [third.id] })).toBe(204);
    expect(await change(owner, { remove: [owner.id] })).toBe(204);
    expect(await change(third, { remove: [heir.id] })).toBe(403);
    expect(await change(heir, { remove: [third.id] })).toBe(204);
    expect(await read()).toMatchObject({ isArchived: false });
    expect(await change(heir, { remove: [heir.id] })).toBe(204);
    expect(await read()).toMatchObject({ isArchived: true });
  });

  test('who left it may still delete what they wrote there, and reads on', async () => {
    const caller = aCaller('user');
    const where = await furnish(service, 'public', caller, 'member');
    await service.store.changeMembers(site, where.conversationId, { add: [], remove: [caller.id] }, unchecked);
    expect(await attempt('deleteMessage', caller, where, where.ownMessage)).toBe('done');
  });
});
