import { randomUUID } from 'node:crypto';
import type { InboxDefinitions, PanelDefinitions } from '../../src/app/definitions';
import type { ForgeRuntime } from '../app/forge-runtime';
import { newWord, type Pick, said } from './deed';
import { same, some } from './look';
import type { Model, Place } from './model';
import type { World } from './world';

type Asking = InboxDefinitions & PanelDefinitions;
type Named = keyof Asking & Parameters<ForgeRuntime['invoke']>[1];

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
export async function askThroughFunctions(
  app: ForgeRuntime,
  world: World,
  person: string,
  site: string,
  pick: Pick,
): Promise<void> {
  const { model } = world;
  const [place] = some(model.places, pick, 1);
  if (place === undefined) return;
  const [message] = some(place.said, pick, 1);
  const id = message?.id ?? randomUUID();
  const conversationId = place.id;
  const isTheirs = place.site === site && model.sees(person, place);
  const [word = 'okapi'] = some(
    model.places.flatMap((one) => one.said.flatMap((one) => one.word ?? [])),
    pick,
    1,
  );
  const [list = 'all'] = some(['unread', 'all', 'groups', 'archived'] as const, pick, 1);
  const ask = async ({ name, payload }: Question) => {
    const answer = await app.invoke(person, name, payload);
    world.checkWords(person, site, answer, payload);
    return answer as { readonly ok: boolean; readonly problem?: { readonly code: string } };
  };

  await ask({ name: 'open', payload: {} });
  await ask({ name: 'inboxList', payload: { list, cursor: '' } });
  await ask({ name: 'inboxSearch', payload: { text: word, cursor: '', people: [] } });
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
    { name: 'inboxMute', payload: { id: conversationId, isMuted: true } },
    { name: 'inboxArchive', payload: { id: conversationId, isArchived: true } },
    { name: 'groupAdd', payload: { id: conversationId, people: model.people.filter((one) => one !== person) } },
    { name: 'groupRemove', payload: { id: conversationId, person: message.sender } },
  ];
  for (const change of some(changes, pick, 3)) same(`${change.name} by a function`, (await ask(change)).ok, false);
}

/** A member writes where they are, by a function. */
export async function sendThroughFunction(
  app: ForgeRuntime,
  world: World,
  person: string,
  site: string,
  pick: Pick,
): Promise<void> {
  const isOpen = ({ kind, members, site: at }: Place) => at === site && kind === 'group' && members.has(person);
  const [place] = some(world.model.places.filter(isOpen), pick, 1);
  if (place === undefined) return;
  const word = newWord(pick);
  const answer = await app.invoke(person, 'send', {
    ...{ conversationId: place.id, text: `okapi ${word}` },
    key: randomUUID(),
  });
  const others = [...place.members.keys()].filter((one) => one !== person);
  if (!answer.ok) return same('refused by a block', isBarred(world.model, site, person, others), true);
  place.said.push(said(answer.message.id, person, word));
}

const isBarred = (model: Model, site: string, person: string, others: readonly string[]): boolean =>
  others.length === 1 && others.some((other) => model.isBlocked(site, other, person));
