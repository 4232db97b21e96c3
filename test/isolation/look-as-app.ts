import type { DueReminderList } from '../../src/contract/follow-up';
import type { UnreadList } from '../../src/contract/people';
import type { PendingReportList } from '../../src/contract/reports';
import type { Model, Place, Said } from './model';
import { inOrder, unread } from './reading';
import { same } from './same';
import { some } from './some';
import type { World } from './world';

const year = 366 * 86_400_000;

/** What the app is told as itself of one site: whom to tell of what, without a word; and what an administrator finds. */
export async function lookAsApp(world: World, person: string, pick: () => number): Promise<void> {
  const looks = [lookAtUnread, lookAtMentions, lookAtDue, lookAtReports];
  const [site = ''] = some(world.model.sites, pick, 1);
  for (const one of some(looks, pick, 2)) await one(world, site, person);
}

/** What a member wants to be told of: nothing by whom they have blocked. */
function wanted(model: Model, person: string, place: Place): Said[] {
  return unread(person, place).filter(({ sender }) => !model.isBlocked(place.site, person, sender));
}

function rowOf(person: string, place: Place, first: Said, all: readonly Said[]): string {
  return [person, place.id, first.id, first.about, all.filter(({ id }) => id > first.id).length].join(' ');
}

async function listUnread(world: World, site: string, query: string): Promise<string[]> {
  const rows = await walk<UnreadList['values'][number]>(world, site, `/unread?limit=20${query}`);
  return rows.map(({ user, conversationId, first, later }) =>
    [user.id, conversationId, first.id, first.issue?.id ?? null, later].join(' '),
  );
}

async function lookAtUnread(world: World, site: string): Promise<void> {
  const { model } = world;
  const expected = model.of(site).flatMap((place) =>
    [...place.members.keys()].flatMap((person) => {
      const all = wanted(model, person, place);
      const firsts = all.filter((one) => all.find(({ about }) => about === one.about) === one);
      return firsts.map((first) => rowOf(person, place, first, all));
    }),
  );
  same('unread', (await listUnread(world, site, '')).sort(), expected.sort());
}

async function lookAtMentions(world: World, site: string): Promise<void> {
  const { model } = world;
  const expected = model.of(site).flatMap((place) =>
    [...place.members.keys()].flatMap((person) => {
      const all = wanted(model, person, place);
      return all.filter(({ mentions }) => mentions.has(person)).map((said) => rowOf(person, place, said, all));
    }),
  );
  same('mentions', (await listUnread(world, site, '&mentions=true')).sort(), expected.sort());
}

async function lookAtDue(world: World, site: string): Promise<void> {
  const [since, until] = [new Date(), new Date(Date.now() + year)].map((at) => at.toISOString());
  const path = `/reminder/due?limit=5&since=${since}&until=${until}`;
  const rows = await walk<DueReminderList['values'][number]>(world, site, path);
  const due = world.model.reminders.filter((one) => one.site === site);
  same(
    'due',
    rows
      .map(({ user, conversationId, messageId, due: at }) => [user.id, conversationId, messageId, at].join(' '))
      .sort(),
    due.map(({ person, place, messageId, due: at }) => [person, place.id, messageId, at].join(' ')).sort(),
  );
}

/** The oldest first; none about what the one who looks wrote. */
async function lookAtReports(world: World, site: string, person: string): Promise<void> {
  const path = `/review?limit=2&account=${encodeURIComponent(person)}`;
  const rows = await walk<PendingReportList['values'][number]>(world, site, path);
  const waiting = world.model.reports.filter((one) => one.site === site && one.outcome === 'open');
  same(
    'reports that wait',
    rows.map(({ id, reporter, sender, isGroup }) => [id, reporter.id, sender.id, isGroup].join(' ')),
    waiting
      .filter(({ message }) => message.sender !== person)
      .sort(inOrder)
      .map(({ id, reporter, message, place }) => [id, reporter, message.sender, place.kind === 'group'].join(' ')),
  );
}

async function walk<Row>(world: World, site: string, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  const elsewhere = world.model.sites.find((one) => one !== site) ?? '';
  for (let cursor = ''; ; ) {
    const target = `GET ${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}` as const;
    const answer = await world.askAsApp(site, target);
    same(target, answer.status, 200);
    const page = answer.body as { readonly values: Row[]; readonly cursor: string };
    rows.push(...page.values);
    cursor = page.cursor;
    if (cursor === '') return rows;
    const on = `GET ${path}&cursor=${encodeURIComponent(cursor)}` as const;
    same('cursor of the app at another site', (await world.askAsApp(elsewhere, on)).status, 400);
  }
}
