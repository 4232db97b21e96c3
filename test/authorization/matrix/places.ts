import { randomUUID } from 'node:crypto';
import { aDocument } from '../../shared/service/a-document';
import { site, type TestService } from '../../shared/service/running-service';
import { unchecked } from '../../shared/store/builders';
import type { MatrixCaller } from './callers';

/** Every kind of conversation, and what a caller may be in it. An end of a direct one is a member of it. */
export const conversationKinds = ['direct', 'private', 'public', 'archived private', 'archived public'] as const;
export type ConversationKind = (typeof conversationKinds)[number];
export const standings = ['owner', 'member', 'other'] as const;
export type Standing = (typeof standings)[number];

export interface Place {
  readonly conversationId: string;
  readonly otherId: string;
  /** What the caller wrote there, where they could. */
  readonly ownMessage: string | null;
  readonly othersMessage: string;
}

/** A conversation of this kind, in which the caller stands so, with a message of somebody else and one of theirs. */
export async function furnish(
  { store }: TestService,
  kind: ConversationKind,
  caller: MatrixCaller,
  standing: Standing,
): Promise<Place> {
  const otherId = `other-${randomUUID()}`;
  const isIn = standing !== 'other';
  const conversationId = kind === 'direct' ? await openDirect() : await makeGroup();
  const othersMessage = await say({ id: otherId, kind: 'user' });
  const ownMessage = isIn ? await say({ id: caller.id, kind: caller.sender }) : null;
  if (kind.startsWith('archived')) await store.archiveGroup(site, conversationId, true, unchecked);
  return { conversationId, otherId, ownMessage, othersMessage };

  async function openDirect() {
    const { id } = await store.openDirect(site, otherId, isIn ? caller.id : `third-${randomUUID()}`);
    return id;
  }

  async function makeGroup() {
    const made = await store.createGroup({
      cloudId: site,
      ownerId: standing === 'owner' ? caller.id : otherId,
      name: 'Group',
      topic: '',
      privacy: kind.endsWith('private') ? 'private' : 'public',
      issue: null,
      members: [],
      follows: null,
      claim: null,
    });
    if (made.outcome !== 'created') throw new Error(made.outcome);
    const add = standing === 'owner' ? [otherId] : standing === 'member' ? [caller.id] : [];
    await store.changeMembers(site, made.value.id, { add, remove: [] }, unchecked);
    return made.value.id;
  }

  async function say(sender: { id: string; kind: 'user' | 'app' | 'client' }) {
    const sent = await store.sendToConversation({
      ...{
        cloudId: site,
        conversationId,
        sender,
        body: aDocument(),
        text: 'words',
        issue: null,
        claim: null,
        quotas: [],
      },
      origin: { kind: 'person', label: null },
    });
    if (sent.outcome !== 'created') throw new Error(sent.outcome);
    return sent.value.id;
  }
}
