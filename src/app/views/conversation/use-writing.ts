import { useReducer, useState } from 'react';
import type { Address } from '../../definitions';
import { askResolver } from '../shared/ask-resolver';
import { invoke } from '../shared/invoke';
import { toWritten } from './to-written';
import { createWriting, type Writing } from './writing';

/** What is being written in a view, kept by the service meanwhile. One for each view. @param addressOf as functions are told of a place */
export function useWriting(addressOf: (to: string) => Address): Writing {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [writing] = useState(() =>
    createWriting({
      callsFor(to, message) {
        const at = { ...addressOf(to), message };
        return {
          find: () => askResolver(invoke('draft', at)),
          save: (words, revision) => askResolver(invoke('draftSave', { ...at, ...toWritten(words), revision })),
          drop: (revision) => askResolver(invoke('draftDrop', { ...at, revision })),
        };
      },
      onChange: redraw,
    }),
  );
  return writing;
}
