import { createContext } from 'react';
import type { ViewHost } from '../bridge/view-host';

/** What a component of UI Kit that holds a page of its own, `Frame`, needs of the view that it stands in. */
export interface Embedding {
  readonly moduleKey: string;
  readonly findHost: () => ViewHost;
  /** One for each module. @returns how to give it back; null where the module has one already. */
  readonly claim: () => (() => void) | null;
}

export const EmbedContext = createContext<Embedding | null>(null);
