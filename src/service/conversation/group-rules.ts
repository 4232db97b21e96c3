import type { Conversation, ConversationChange, RosterChange } from '../../contract/resources';
import type { Scope } from '../../contract/scopes';
import { largestGroup } from '../../patterns/patterns';
import { AppError, refuseField } from '../errors/app-error';
import { decideSee } from './access';
import type { Actor } from './actor';
import type { SeenConversation } from './conversation-store';
import type { MemberChange } from './group-store';

/** An actor, and what was granted to them: a verified `Caller` is one. */
export type Manager = Actor & { readonly scopes: ReadonlySet<Scope> };

/**
 * Who owns a group manages it, and so does a client in it that was granted to manage. Everybody in Jira may create
 * groups by that scope; over those of others it gives people nothing.
 */
function manages(actor: Manager, { isMember, isOwner }: SeenConversation): boolean {
  return isOwner || (isMember && actor.kind === 'client' && actor.scopes.has('manage:conversation'));
}

/** @throws AppError `not_found`, or `conflict` for a direct conversation, which has no name, owner or roster. */
export function decideGroup(actor: Actor, seen: SeenConversation | null): SeenConversation {
  const found = decideSee(actor, seen);
  if (found.conversation.type === 'direct') {
    throw new AppError('conflict', 'A direct conversation has no roster, and its name and privacy do not change.');
  }
  return found;
}

/** Whether the actor may change what a group is called, who reads it, and who is in it. @throws AppError as `decideGroup`, and `forbidden`. */
export function decideManage(actor: Manager, seen: SeenConversation | null): Conversation {
  const group = decideGroup(actor, seen);
  if (!manages(actor, group)) throw new AppError('forbidden', 'Only the owner of a group may do this.');
  return group.conversation;
}

/**
 * Whose archive is meant: everyone's for a group, for whom manages it; one's own for an end of a direct conversation.
 * @throws AppError `not_found`, `forbidden`.
 */
export function decideArchive(actor: Manager, seen: SeenConversation | null): 'group' | 'direct' {
  if (decideSee(actor, seen).conversation.type === 'direct') return 'direct';
  decideManage(actor, seen);
  return 'group';
}

/**
 * What is asked of a roster, without what goes without saying.
 * @throws AppError `invalid_request` for a name that is to be added and removed, and for nobody and the app to be added.
 */
export function readMemberChange({ add = [], remove = [], history }: RosterChange): MemberChange {
  const added = new Set(add);
  const index = remove.findIndex((id) => added.has(id));
  if (index >= 0) throw refuseField(`body/remove/${index}`, 'must not be added as well');
  refuseNobody(add, 'body/add');
  return { add: [...added], remove: [...new Set(remove)], isFromNow: history === 'from-now' };
}

/** @param field the list's, for naming who is wrong in it @throws AppError `invalid_request` for nobody, and for the app. */
export function refuseNobody(ids: readonly string[], field: string): void {
  // Jira's word for someone who is not logged in.
  const nobody = ids.findIndex((id) => id.toLowerCase() === 'unidentified');
  if (nobody >= 0) throw refuseField(`${field}/${nobody}`, 'must be the id of an account');
  const app = ids.findIndex((id) => id.toLowerCase().startsWith('app:'));
  if (app >= 0) throw refuseField(`${field}/${app}`, 'must not be the app, which reads no conversation of people');
}

/**
 * Whether the actor may change so what a group is called and who reads it: what is beside an issue stays private, since
 * nobody can say of whoever finds it whether they may see that issue.
 * @throws AppError as `decideManage`, and `conflict`.
 */
export function decideChange(actor: Manager, seen: SeenConversation | null, { privacy }: ConversationChange): void {
  const { issue } = decideManage(actor, seen);
  if (issue !== undefined && privacy === 'public') {
    throw new AppError('conflict', 'A group beside an issue stays private.');
  }
}

/** Whether the actor may change a roster so: who manages the group may, and anyone may leave it. @throws AppError as `decideManage`. */
export function decideRoster(actor: Manager, seen: SeenConversation | null, { add, remove }: MemberChange): void {
  const group = decideGroup(actor, seen);
  const leaves = add.length === 0 && remove.length === 1 && remove[0] === actor.id;
  if (!(leaves && group.isMember)) decideManage(actor, group);
}

export function refuseCrowd(field: string): AppError {
  return refuseField(field, `must leave at most ${largestGroup} members`);
}
