import type { Draft, DraftList, SavedDraft } from '../../contract/drafts';
import type { MediaType } from '../../contract/operation';
import type { Page, PageQuery } from './people-store';

/** Where someone writes: to a person or into a group, about an issue or none, a new message or in the place of another's words. */
export interface DraftPlace {
  readonly cloudId: string;
  readonly ownerId: string;
  /** A direct conversation is a place with the person at its other end, whether it is there yet or not. */
  readonly kind: 'user' | 'conversation';
  readonly id: string;
  /** Null for none, and for an edit, which has its message's. */
  readonly issueId: string | null;
  readonly edited: { readonly conversationId: string; readonly id: string } | null;
}

/** As it was sent; nothing of it is made or checked but its size. */
export interface DraftContent {
  readonly mediaType: MediaType;
  /** JSON of a document, or the text. */
  readonly body: string;
}

/** What people began to write. Each is its owner's alone: no method tells of another one's. */
export interface DraftStore {
  /** In the order of places. */
  listDrafts(cloudId: string, ownerId: string, page: PageQuery): Promise<Page<DraftList['values'][number]>>;
  findDraft(place: DraftPlace): Promise<Draft | null>;
  /**
   * @param follows the revision that is there, as far as the caller knows; null for none
   * @returns `moved-on` where another one is there, or none any more; `too-many` where the owner has `maxDrafts` already;
   *   `gone` where the message to edit was deleted meanwhile
   */
  saveDraft(
    place: DraftPlace,
    content: DraftContent,
    follows: string | null,
  ): Promise<SavedDraft | 'moved-on' | 'too-many' | 'gone'>;
  /** Again is nothing new. @param revision null for whichever is there. @returns false where another one is there */
  deleteDraft(place: DraftPlace, revision: string | null): Promise<boolean>;
}
