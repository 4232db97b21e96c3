import { useState } from 'react';
import { type ComposerFrame, useComposerFrame } from '../composing/use-composer-frame';

/** Where a view's words are written, and which message is being edited there. */
export interface Composing extends ComposerFrame {
  /** The message of this conversation that is edited in the frame; null for none. */
  readonly editedIn: (to: string) => string | null;
  readonly edit: (to: string, messageId: string | null) => void;
  /** Whether Enter sends, as the reader has chosen. */
  readonly enterSends: boolean;
}

/** One for each view. */
export function useComposing(enterSends: boolean): Composing {
  const frame = useComposerFrame();
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  return {
    ...frame,
    editedIn: (to) => edits.get(to) ?? null,
    edit(to, messageId) {
      setEdits((known) => {
        const next = new Map(known);
        if (messageId === null) next.delete(to);
        else next.set(to, messageId);
        return next;
      });
    },
    enterSends,
  };
}
