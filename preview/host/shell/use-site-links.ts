import { useMemo } from 'react';
import { findPath } from '../links/find-href';
import type { SiteLinks } from '../links/site-links';
import { useShell } from './shell';

/** The links of the person of this tab. */
export function useSiteLinks(): SiteLinks {
  const { boot, session, navigate } = useShell();
  const handle = session.person?.handle ?? 'anonymous';
  return useMemo(
    () => ({
      find: (href) => findPath(boot, href),
      goTo: (path) => navigate(path),
      forNewTab: (href) => (href.startsWith('/') ? addPerson(href, handle) : href),
    }),
    [boot, navigate, handle],
  );
}

function addPerson(path: string, handle: string): string {
  const address = new URL(path, window.location.origin);
  address.searchParams.set('as', handle);
  return `${address.pathname}${address.search}${address.hash}`;
}
