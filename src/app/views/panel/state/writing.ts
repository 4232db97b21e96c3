/** Words that are not sent or saved yet. They outlive a look at somebody else's thread, and end with the view. */
export interface Writing {
  draftTo(person: string): string;
  keepDraft(person: string, text: string): void;
  /** Null while the message is not being edited. */
  editOf(messageId: string): string | null;
  keepEdit(person: string, messageId: string, text: string | null): void;
  /** For whom there are such words. */
  people(): string[];
}

/** Nothing is drawn from these words while someone types: a field that an app rewrites loses the caret. */
export function createWriting(): Writing {
  const drafts = new Map<string, string>();
  const edits = new Map<string, { readonly person: string; readonly text: string }>();
  return {
    draftTo: (person) => drafts.get(person) ?? '',
    keepDraft(person, text) {
      if (text === '') drafts.delete(person);
      else drafts.set(person, text);
    },
    editOf: (messageId) => edits.get(messageId)?.text ?? null,
    keepEdit(person, messageId, text) {
      if (text === null) edits.delete(messageId);
      else edits.set(messageId, { person, text });
    },
    people: () => [...drafts.keys(), ...[...edits.values()].map(({ person }) => person)],
  };
}
