import { ReadMarker } from '../../contract/resources';
import { decideDirect, requireMessage, seesPublicGroups } from '../conversation/access';
import type { ConversationStore, SeenConversation } from '../conversation/conversation-store';
import type { MessageStore } from '../conversation/message-store';
import { decideMark } from '../conversation/participation';
import { readSearchWords } from '../conversation/search-words';
import { createCheck, nameBodyField } from './input/check-value';
import type { Cursors } from './input/cursors';
import type { Handlers, OperationRequest } from './input/operation-request';
import { answerPage, readPage } from './input/page';

type ReadingOperation =
  | 'markRead'
  | 'markUnread'
  | 'markDirectRead'
  | 'markDirectUnread'
  | 'markAllRead'
  | 'searchMessages';

type OfConversation = OperationRequest<'markRead' | 'markUnread'>;
type OfDirect = OperationRequest<'markDirectRead' | 'markDirectUnread'>;

const checkMarker = createCheck(ReadMarker, nameBodyField());

/** What one has read, and finding it again. */
export function createReadingHandlers(
  store: MessageStore & Pick<ConversationStore, 'findConversation' | 'findDirect'>,
  cursors: Cursors,
): Pick<Handlers, ReadingOperation> {
  const mark =
    <Request extends OfConversation | OfDirect>(
      how: 'markRead' | 'markUnread',
      find: (request: Request) => Promise<SeenConversation | null>,
    ) =>
    async (request: Request) => {
      const { caller, params, body } = request;
      const { messageId, issue: issueId = null } = checkMarker(body.value);
      const { id: conversationId } = decideMark(caller, await find(request));
      const scope = { cloudId: params.cloudId, conversationId, memberId: caller.id, issueId };
      requireMessage((await store[how](scope, messageId.toLowerCase())) || null);
      return undefined;
    };
  const find = ({ caller, params }: OfConversation) =>
    store.findConversation(params.cloudId, params.conversationId, caller.id);
  const findDirect = ({ caller, params }: OfDirect) => {
    decideDirect(caller, params.userId);
    return store.findDirect(params.cloudId, caller.id, params.userId);
  };
  return {
    markRead: mark('markRead', find),
    markUnread: mark('markUnread', find),
    markDirectRead: mark('markRead', findDirect),
    markDirectUnread: mark('markUnread', findDirect),
    async markAllRead({ caller, params: { cloudId }, query }) {
      const binding = ['read-all', cloudId, caller.id];
      const after = query.cursor ? cursors.open(query.cursor, binding) : null;
      const { count, next } = await store.markAllRead(cloudId, caller.id, after);
      return { count, cursor: next ? cursors.seal(next, binding) : '' };
    },
    async searchMessages({ caller, params: { cloudId }, query }) {
      const words = readSearchWords(query.query);
      const binding = ['search', cloudId, caller.id, ...words];
      const page = readPage(query, cursors, binding);
      const who = { cloudId, callerId: caller.id, seesPublicGroups: seesPublicGroups(caller) };
      return answerPage(await store.searchMessages({ ...who, words, ...page }), query, cursors, binding);
    },
  };
}
