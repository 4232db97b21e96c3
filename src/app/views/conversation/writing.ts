import { noWords, type Words } from '../../definitions/composer';

/** Words that are not sent or saved yet. They outlive a look at another conversation, and end with the view. */
export interface Writing {
  draftTo(to: string): Words;
  keepDraft(to: string, words: Words): void;
  /** Null while the message is not being edited. */
  editOf(messageId: string): Words | null;
  keepEdit(to: string, messageId: string, words: Words | null): void;
  /** In which conversations there are such words. */
  places(): string[];
}

/** Nothing is drawn from these words while someone types: a field that an app rewrites loses the caret. */
export function createWriting(): Writing {
  const drafts = new Map<string, Words>();
  const edits = new Map<string, { readonly to: string; readonly words: Words }>();
  return {
    draftTo: (to) => drafts.get(to) ?? noWords,
    keepDraft(to, words) {
      if (words.markdown === '' && (words.document?.content.length ?? 0) === 0) drafts.delete(to);
      else drafts.set(to, words);
    },
    editOf: (messageId) => edits.get(messageId)?.words ?? null,
    keepEdit(to, messageId, words) {
      if (words === null) edits.delete(messageId);
      else edits.set(messageId, { to, words });
    },
    places: () => [...drafts.keys(), ...[...edits.values()].map(({ to }) => to)],
  };
}
