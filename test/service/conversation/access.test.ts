import { decideDirect, decideRead, seesPublicGroups } from '../../../src/service/conversation/access';
import type { Actor } from '../../../src/service/conversation/actor';
import type { SeenConversation } from '../../../src/service/conversation/conversation-store';
import { aConversation } from './builders';

const alice: Actor = { kind: 'user', id: 'alice', label: null };
const bot: Actor = { kind: 'client', id: 'client:1', label: 'Bot' };
const app: Actor = { kind: 'app', id: 'app:1', label: null };

const seen = (changes: Parameters<typeof aConversation>[0], isMember: boolean): SeenConversation => ({
  conversation: aConversation(changes),
  isMember,
  isOwner: false,
  readsAfterId: null,
});

const refusal = (decide: () => unknown) => {
  try {
    decide();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('reading a conversation', () => {
  const direct = { type: 'direct', privacy: 'private' } as const;
  const privateGroup = { type: 'group', privacy: 'private' } as const;
  const publicGroup = { type: 'group', privacy: 'public' } as const;
  test.each([
    ['an end reads a direct conversation', alice, direct, true, 'allowed'],
    ['whoever is no end of a direct conversation does not find it', alice, direct, false, 'not_found'],
    ['a member reads a private group', alice, privateGroup, true, 'allowed'],
    ['whoever is not in a private group does not find it', alice, privateGroup, false, 'not_found'],
    ['a person of the site reads a public group without being in it', alice, publicGroup, false, 'allowed'],
    ['a client reads a public group that it is in', bot, publicGroup, true, 'allowed'],
    ['a client does not find a public group that it is not in', bot, publicGroup, false, 'not_found'],
    ['the app does not find a public group of people', app, publicGroup, false, 'not_found'],
    ['the app reads its own direct conversation', app, direct, true, 'allowed'],
    ['the app does not find a direct conversation of people', app, direct, false, 'not_found'],
  ])('%s', (_, actor, changes, isMember, expected) => {
    expect(refusal(() => decideRead(actor, seen(changes, isMember)))).toBe(expected);
  });

  test('what does not exist is not found', () => {
    expect(refusal(() => decideRead(alice, null))).toBe('not_found');
  });

  test('only people are shown public groups', () => {
    expect([alice, bot, app].map(seesPublicGroups)).toEqual([true, false, false]);
  });
});

describe('a direct conversation', () => {
  test.each([
    ['may be had with another account', 'bob', 'allowed'],
    ['may be had with a client', 'client:1', 'allowed'],
    ['is not had with oneself', 'alice', 'invalid_request'],
    ['is not had with nobody', 'unidentified', 'invalid_request'],
  ])('%s', (_, other, expected) => {
    expect(refusal(() => decideDirect(alice, other))).toBe(expected);
  });
});
