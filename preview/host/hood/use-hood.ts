import { useEffect, useState } from 'react';
import type { Hood } from '../../wire/wire';
import { fetchHood } from '../session/preview-api';
import type { Session } from '../session/session';

/** How often an open drawer in a tab that is looked at asks what has happened since, in milliseconds. */
const interval = 1_000;

/** What happens on the platform while the drawer is open; null before the first answer. */
export function useHood(session: Session, isOpen: boolean): Hood | null {
  const [hood, setHood] = useState<Hood | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isOver = false;
    const refresh = (): void => {
      if (document.visibilityState === 'hidden') return;
      fetchHood(session).then(
        (found) => {
          if (!isOver) setHood(found);
        },
        // The server may be gone for a moment; the next try finds it again.
        () => {},
      );
    };
    refresh();
    const timer = window.setInterval(refresh, interval);
    return () => {
      isOver = true;
      window.clearInterval(timer);
    };
  }, [isOpen, session]);
  return hood;
}
