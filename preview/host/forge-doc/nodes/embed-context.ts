import { createContext, type ReactElement } from 'react';

export interface EmbeddedProps {
  /** The key of a resource of the manifest. */
  readonly resource: string;
  readonly height: string | undefined;
}

/** Draws a page of the app's own within the view that stands here. Of the view's surroundings, which know its module; null without any. */
export const EmbedContext = createContext<((props: EmbeddedProps) => ReactElement) | null>(null);
