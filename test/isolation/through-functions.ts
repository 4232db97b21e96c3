import { randomUUID } from 'node:crypto';
import type { InboxDefinitions, PanelDefinitions } from '../../src/app/definitions';
import type { ForgeRuntime } from '../app/forge-runtime';
import { newWord } from './deed';
import { type Asking, invoke } from './deeds-through-functions';
import { chosen } from './look-at-lists';
import { inOrder, unread } from './reading';
import { same } from './same';
import { issues } from './saying';
import { some } from './some';

type Named = keyof (InboxDefinitions & PanelDefinitions) & Parameters<ForgeRuntime['invoke']>[1];

/** What a function is asked by somebody, who may name whatever they have heard of: their own, another's, another site's. */
interface Question {
  readonly name: Named;
  readonly payload: object;
}

/**
 * Somebody asks the app's functions as a view of theirs would, and as one that was tampered with would: about places and
 * messages of others and of another site, too. No answer may hold a word that is not theirs, a place that they do not see is as one that is
 * not there, and what they change is what they may.
 */
export async function askThroughFunctions(asking: Asking): Promise<void> {
  const { world, person, site, pick } = asking;
  const { model } = world;
  await askForLists(asking);
  await askAsAdministrator(asking);
  const [place] = some(model.places, pick, 1);
  if (place === undefined) return;
  const [message] = some(place.said, pick, 1);
  const id = message?.id ?? randomUUID();
  const conversationId = place.id;
  const isTheirs = place.site === site && model.sees(person, place);
  const ask = ({ name, payload }: Question) => invoke(asking, name, payload);
  const seen = [
    await ask({ name: 'conversation', payload: { conversationId } }),
    await ask({ name: 'page', payload: { conversationId, before: null } }),
    await ask({ name: 'page', payload: { conversationId, before: id } }),
  ];
  same(
    'opened by a function',
    seen.map(({ ok }) => ok),
    seen.map(() => isTheirs),
  );
  if (message === undefined || isTheirs) return;
  // What they may not see they may not change, and nothing of it is told.
  const changes: Question[] = [
    { name: 'send', payload: { conversationId, text: newWord(pick), key: randomUUID() } },
    { name: 'edit', payload: { conversationId, id, text: newWord(pick) } },
    { name: 'remove', payload: { conversationId, id } },
    { name: 'read', payload: { conversationId, id } },
    { name: 'unread', payload: { conversationId, id } },
    { name: 'react', payload: { conversationId, id, name: 'heart', isGiven: true } },
    { name: 'question', payload: { conversationId, id, isOpen: true } },
    { name: 'remind', payload: { conversationId, message: null, due: new Date(Date.now() + 9e7).toISOString() } },
    { name: 'remind', payload: { conversationId, message: id, due: null } },
    { name: 'inboxMute', payload: { id: conversationId, isMuted: true } },
    { name: 'inboxArchive', payload: { id: conversationId, isArchived: true } },
    {
      name: 'groupAdd',
      payload: { id: conversationId, people: model.people.filter((one) => one !== person), history: 'all' },
    },
    { name: 'groupRemove', payload: { id: conversationId, person: message.sender } },
  ];
  for (const change of some(changes, pick, 3)) same(`${change.name} by a function`, (await ask(change)).ok, false);
}

/** The panel and its count, and lists of the inbox, which hold what is theirs and no more. */
async function askForLists(asking: Asking): Promise<void> {
  const { world, person, site, pick } = asking;
  const { model } = world;
  const [issue = ''] = some(issues, pick, 1);
  const [word = 'okapi'] = some(
    model.places.flatMap((one) => one.said.flatMap((one) => one.word ?? [])),
    pick,
    1,
  );
  await invoke(asking, 'inboxSearch', { text: word, cursor: '', people: [] });
  same('the panel', (await invoke(asking, 'open', {})).ok, true);
  const about = model.of(site).flatMap((place) => unread(person, place).filter(({ about }) => about === issues[0]));
  const { unreadCount } = await invoke(asking, 'news', {});
  const hasBlocked = model.people.some((one) => model.isBlocked(site, person, one));
  // Who is away is told of nothing unasked; whether the hours are quiet just now the clock says.
  const isAway = model.absences.get(`${site} ${person}`)?.isToCome === false;
  const isKnown = isAway || (!hasBlocked && !model.quiet.has(`${site} ${person}`));
  if (isKnown) same('news', unreadCount, isAway ? 0 : Math.min(about.length, 100));
  if (Number(unreadCount) > about.length) throw new Error(`${person} is told of ${unreadCount} of ${about.length}`);
  const lists = ['unread', 'mentions', 'followUp', 'all', 'groups', 'drafts', 'archived', 'issue'] as const;
  for (const list of some(lists, pick, 2)) {
    const payload = { list, cursor: '', ...(list === 'issue' ? { issue } : {}) };
    const { entries = [], cursor } = (await invoke(asking, 'inboxList', payload)) as unknown as {
      entries?: { id: string; role: string | null; kind: string }[];
      cursor: string;
    };
    const told = entries.filter(({ kind, role }) => kind === 'direct' || role !== null).map(({ id }) => id);
    const expected = {
      ...{ unread: chosen(model, person, site, 'unread'), mentions: chosen(model, person, site, 'mentioned') },
      followUp: chosen(model, person, site, 'follow-up'),
      issue: model
        .of(site)
        .filter((place) => place.members.has(person) && model.tellsOf(person, place, issue))
        .map(({ id }) => id)
        .sort(),
    };
    if (list in expected && cursor === '') {
      same(`${list} by a function`, told.sort(), expected[list as keyof typeof expected]);
    }
  }
}

/** Who administers Jira reads what was reported, unless they wrote it; nobody else reads any of it. */
async function askAsAdministrator({ app, world, person, site, pick }: Asking): Promise<void> {
  const { model } = world;
  const [one] = some(model.reports, pick, 1);
  const isAdministrator = app.jira.administrators.has(person);
  const found = await app.invokeSettings(person, 'reports', { cursor: '' });
  same('the reports', found.ok, isAdministrator);
  world.checkWords(person, site, found, '');
  if (found.ok && found.cursor === '') {
    const waiting = model.reports.filter(
      ({ site: at, outcome, message }) => at === site && outcome === 'open' && message.sender !== person,
    );
    same(
      'the reports that wait',
      found.reports.map(({ id }) => id),
      waiting.sort(inOrder).map(({ id }) => id),
    );
  }
  if (one === undefined) return;
  const opened = await app.invokeSettings(person, 'reportOpen', { id: one.id });
  const mayOpen = isAdministrator && one.site === site && one.message.sender !== person && one.outcome === 'open';
  same('a report', opened.ok, mayOpen);
  world.checkWords(person, site, opened, mayOpen ? [one.word, one.note] : '');
}
