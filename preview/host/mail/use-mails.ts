import { useEffect, useState } from 'react';
import type { JiraMail } from '../../../platform/wire/wire';
import { fetchMails } from '../session/preview-api';
import type { Session } from '../session/session';

/** How often a tab that is looked at asks for new mail, in milliseconds. */
const interval = 4_000;
const seenKey = (handle: string): string => `aside-preview.mail-seen.${handle}`;

interface Mails {
  /** The newest first. */
  readonly mails: readonly JiraMail[];
  readonly isNew: (mail: JiraMail) => boolean;
  readonly see: (mail: JiraMail) => void;
}

/** The mails of whom this tab is, and which of them nobody has opened in this browser. */
export function useMails(session: Session): Mails {
  const handle = session.person?.handle ?? null;
  const [mails, setMails] = useState<readonly JiraMail[]>([]);
  const [seen, setSeen] = useState<readonly string[]>([]);
  useEffect(() => {
    setMails([]);
    if (handle === null) return undefined;
    setSeen(readSeen(handle));
    let isOver = false;
    const refresh = (): void => {
      if (document.visibilityState === 'hidden') return;
      fetchMails(session).then(
        (found) => {
          if (!isOver) setMails((shown) => (isSame(shown, found) ? shown : found));
        },
        // The server may be gone for a moment; the next try finds it again.
        () => {},
      );
    };
    refresh();
    const timer = window.setInterval(refresh, interval);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      isOver = true;
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [handle, session]);
  return {
    mails,
    isNew: (mail) => !seen.includes(mail.id),
    see: (mail) => {
      if (handle === null || seen.includes(mail.id)) return;
      const next = [mail.id, ...seen].slice(0, 200);
      window.localStorage.setItem(seenKey(handle), JSON.stringify(next));
      setSeen(next);
    },
  };
}

function isSame(shown: readonly JiraMail[], found: readonly JiraMail[]): boolean {
  return shown.length === found.length && shown[0]?.id === found[0]?.id;
}

function readSeen(handle: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(seenKey(handle)) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}
