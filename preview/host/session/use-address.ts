import { useCallback, useEffect, useState } from 'react';

/** Where the page is. */
export interface Address {
  readonly path: string;
  /** With its question mark; empty without one. */
  readonly search: string;
  /** Another number after each visit: an app's page is loaded anew then, and not when its view moves on within it. */
  readonly visit: number;
}

/** `visit` goes to another page; `within` and `replace` are a view's own moves, with or without a new step back. */
export type Navigate = (path: string, how?: 'visit' | 'within' | 'replace') => void;

/** The address of the page, and how to go elsewhere without loading it anew. */
export function useAddress(): readonly [Address, Navigate] {
  const [address, setAddress] = useState(readAddress);
  useEffect(() => {
    const follow = (): void => setAddress(readAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const navigate = useCallback<Navigate>((path, how = 'visit') => {
    const { visit } = readAddress();
    const state = { visit: how === 'visit' ? visit + 1 : visit };
    if (how === 'replace') window.history.replaceState(state, '', path);
    else window.history.pushState(state, '', path);
    if (how === 'visit') window.scrollTo(0, 0);
    setAddress(readAddress());
  }, []);
  return [address, navigate];
}

function readAddress(): Address {
  const visit = (window.history.state as { visit?: unknown } | null)?.visit;
  return {
    path: window.location.pathname,
    search: window.location.search,
    visit: typeof visit === 'number' ? visit : 0,
  };
}
