import type { QueryOf } from '../../contract/described-operations';
import { decideDirect, decideOpen, decideSee, notFound, requireMessage } from '../conversation/access';
import type { ConversationStore, SeenConversation } from '../conversation/conversation-store';
import { decideEditDraft, refuseManyDrafts, refuseMovedOn } from '../conversation/draft-rules';
import type { DraftPlace, DraftStore } from '../conversation/draft-store';
import type { MessageStore } from '../conversation/message-store';
import { refuseField } from '../errors/app-error';
import type { Caller } from '../identity/caller';
import type { Cursors } from './input/cursors';
import type { Handlers } from './input/operation-request';
import { answerPage, readPage } from './input/page';
import { parseDraft } from './input/parse-draft';

type DraftOperation = 'getDraft' | 'saveDraft' | 'deleteDraft';

type DraftHandlersStore = DraftStore &
  Pick<ConversationStore, 'findConversation' | 'findDirectMessage'> &
  Pick<MessageStore, 'findMessage'>;

type PlaceQuery = Pick<QueryOf<'saveDraft'>, 'user' | 'conversation' | 'issue' | 'message'>;

/** A place, and what the caller sees of the conversation that it was named by. */
interface NamedPlace {
  readonly place: DraftPlace;
  readonly seen: SeenConversation | null;
}

/** Drafts of the caller: no id of another one's is ever taken, so that nothing tells whether somebody writes. */
export function createDraftHandlers(store: DraftHandlersStore, cursors: Cursors): Pick<Handlers, DraftOperation> {
  /** The place where the caller may write, or see what others wrote. @throws AppError `not_found`, `forbidden`. */
  const openPlace = async (caller: Caller, cloudId: string, query: PlaceQuery): Promise<DraftPlace> => {
    const { place, seen } = await namePlace(caller, cloudId, query);
    if (query.conversation !== undefined) decideSee(caller, seen);
    if (query.message === undefined) return place;
    const { user, message } = query;
    const found = requireMessage(
      user === undefined
        ? await store.findMessage(decideOpen(caller, seen), message)
        : await store.findDirectMessage(cloudId, caller.id, user, message),
    );
    decideEditDraft(caller, found);
    if (query.issue !== undefined && found.issue?.id !== query.issue) throw notFound('message');
    return { ...place, edited: { conversationId: found.conversationId, id: found.id } };
  };

  /** The place as it is kept, whether the caller sees it or not. */
  const namePlace = async (caller: Caller, cloudId: string, query: PlaceQuery): Promise<NamedPlace> => {
    const { user, conversation, issue = null, message } = query;
    if (user === undefined && conversation === undefined)
      throw refuseField('query.user', 'is required, or conversation');
    if (user !== undefined && conversation !== undefined) {
      throw refuseField('query.conversation', 'must not be sent together with user');
    }
    const edited = message === undefined ? null : { conversationId: conversation ?? '', id: message };
    const rest = { cloudId, ownerId: caller.id, issueId: edited === null ? issue : null, edited };
    if (user !== undefined) {
      decideDirect(caller, user, 'query.user');
      return { place: { ...rest, kind: 'user', id: user }, seen: null };
    }
    const id = conversation ?? '';
    const seen = await store.findConversation(cloudId, id, caller.id);
    const other = seen?.isMember ? seen.conversation.user?.id : undefined;
    const where =
      other === undefined ? ({ kind: 'conversation', id } as const) : ({ kind: 'user', id: other } as const);
    return { place: { ...rest, ...where }, seen };
  };

  return {
    async getDraft({ caller, params: { cloudId }, query }) {
      if (namesPlace(query)) {
        const found = await store.findDraft(await openPlace(caller, cloudId, query));
        if (found === null) throw notFound('draft');
        return found;
      }
      const binding = ['drafts', cloudId, caller.id];
      const page = await store.listDrafts(cloudId, caller.id, readPage(query, cursors, binding));
      return answerPage(page, query, cursors, binding);
    },
    async saveDraft({ caller, params: { cloudId }, query, body }) {
      const content = parseDraft(body, query.issue);
      const place = await openPlace(caller, cloudId, query);
      const saved = await store.saveDraft(place, content, query.revision ?? null);
      if (saved === 'moved-on') throw refuseMovedOn();
      if (saved === 'too-many') throw refuseManyDrafts();
      if (saved === 'gone') throw notFound('message');
      return saved;
    },
    // Also where one does not see the place any more: what is one's own may always be thrown away.
    async deleteDraft({ caller, params: { cloudId }, query }) {
      const { place } = await namePlace(caller, cloudId, query);
      if (!(await store.deleteDraft(place, query.revision ?? null))) throw refuseMovedOn();
      return undefined;
    },
  };
}

function namesPlace({ user, conversation, issue, message }: PlaceQuery): boolean {
  return [user, conversation, issue, message].some((one) => one !== undefined);
}
