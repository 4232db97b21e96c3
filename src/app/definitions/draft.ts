import type { Words } from './composer';
import type { Address, Written } from './conversation';
import type { Result } from './problem';

/** Words as the service keeps them for their author, and the state of them that a save or a send names. */
export interface KeptDraft {
  readonly revision: string;
  readonly words: Words;
}

/** Which draft of a conversation: a new message, or the edit of one of the asker's. */
export type DraftAddress = Address & { readonly message: string | null };

/**
 * What became of a save. `moved-on`: something else is there than the revision that it followed. `not-kept`: drafts are
 * switched off, the service has none yet, or the asker does not see the place any more.
 */
export type DraftSaved =
  | { readonly outcome: 'saved'; readonly revision: string }
  | { readonly outcome: 'moved-on' | 'not-kept' };

/** What one began to write, which is kept by the service and nowhere else. */
export type DraftDefinitions = {
  draft: (ask: DraftAddress) => Result<{ draft: KeptDraft | null }>;
  /** `revision` is the one that is there as far as the view knows; null for none. */
  draftSave: (ask: DraftAddress & Written & { revision: string | null }) => Result<DraftSaved>;
  /** Throws that revision away, and no other. */
  draftDrop: (ask: DraftAddress & { revision: string }) => Result<object>;
};
