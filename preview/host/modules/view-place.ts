import type { ViewPlace } from '../bridge/view-host';
import type { Navigate } from '../session/use-address';

/** A view's own place within its page, whose root is at `base`. Reads the address when asked: it may just have changed. */
export function createViewPlace(base: string, navigate: Navigate): ViewPlace {
  return {
    location: () => {
      const { pathname, search, hash } = window.location;
      return { pathname: pathname.slice(base.length) || '/', search, hash, state: null, key: '' };
    },
    go: (path, how) => {
      const to = new URL(path, `${window.location.origin}/`);
      navigate(`${base}${to.pathname === '/' ? '' : to.pathname}${to.search}${to.hash}`, how);
    },
  };
}
