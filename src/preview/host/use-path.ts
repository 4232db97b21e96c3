import { useEffect, useState } from 'react';

/** The path of the page, and how to go elsewhere without loading it anew. */
export function usePath(): readonly [string, (path: string) => void] {
  const [path, setPath] = useState(window.location.pathname);
  useEffect(() => {
    const follow = (): void => setPath(window.location.pathname);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = (next: string): void => {
    window.history.pushState(null, '', next);
    setPath(window.location.pathname);
    window.scrollTo(0, 0);
  };
  return [path, go];
}
