/** Words that are not sent or saved yet. They outlive a look at another conversation, and end with the view. */
export interface Writing {
  draftTo(to: string): string;
  keepDraft(to: string, text: string): void;
  /** Null while the message is not being edited. */
  editOf(messageId: string): string | null;
  keepEdit(to: string, messageId: string, text: string | null): void;
  /** In which conversations there are such words. */
  places(): string[];
}

/** Nothing is drawn from these words while someone types: a field that an app rewrites loses the caret. */
export function createWriting(): Writing {
  const drafts = new Map<string, string>();
  const edits = new Map<string, { readonly to: string; readonly text: string }>();
  return {
    draftTo: (to) => drafts.get(to) ?? '',
    keepDraft(to, text) {
      if (text === '') drafts.delete(to);
      else drafts.set(to, text);
    },
    editOf: (messageId) => edits.get(messageId)?.text ?? null,
    keepEdit(to, messageId, text) {
      if (text === null) edits.delete(messageId);
      else edits.set(messageId, { to, text });
    },
    places: () => [...drafts.keys(), ...[...edits.values()].map(({ to }) => to)],
  };
}
