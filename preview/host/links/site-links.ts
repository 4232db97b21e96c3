import { createContext } from 'react';
import { safeHref } from './safe-href';

/** How links in what views and messages draw lead on. */
export interface SiteLinks {
  /** The address to link to: a path for this site; undefined where it is not safe. */
  readonly find: (href: unknown) => string | undefined;
  /** Goes to a path of this site without loading the page anew. */
  readonly goTo: (path: string) => void;
  /** The same address for another tab, where the person of this one would otherwise not be known. */
  readonly forNewTab: (href: string) => string;
}

export const SiteLinksContext = createContext<SiteLinks>({
  find: safeHref,
  goTo: (path) => window.location.assign(path),
  forNewTab: (href) => href,
});
