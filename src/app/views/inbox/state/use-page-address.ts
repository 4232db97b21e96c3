import { view } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { type InboxPlace, isSamePlace, parsePlace, writePlace } from './inbox-place';

interface PageLocation {
  readonly pathname?: unknown;
  readonly search?: unknown;
}

/** What is used of the history that Jira gives: its package's version 4, whatever the bridge's types say. */
interface PageHistory {
  readonly location: PageLocation;
  push(path: string): unknown;
  listen(listener: (location: PageLocation) => void): () => void;
}

/**
 * Keeps what is open in the page's address, and follows it when it changes: by Back, or by a link within the page. A history
 * that never comes leaves the address as it is; the inbox works all the same.
 * @param open what is open now
 * @param onVisit the address names something else
 */
export function usePageAddress(open: InboxPlace, onVisit: (place: InboxPlace) => void): void {
  const history = useRef<PageHistory | null>(null);
  const latest = useRef({ open, onVisit });
  latest.current = { open, onVisit };

  useEffect(() => {
    let isGone = false;
    let stop: () => void = () => undefined;
    const follow = (location: PageLocation) => {
      const place = readLocation(location);
      if (!isSamePlace(place, latest.current.open)) latest.current.onVisit(place);
    };
    async function begin(): Promise<void> {
      const given: PageHistory = await view.createHistory();
      if (isGone) return;
      history.current = given;
      // What somebody has opened meanwhile is what the page shows.
      if (latest.current.open.conversation !== null) tell(given, latest.current.open);
      else follow(given.location);
      stop = given.listen(follow);
    }
    void begin().catch(() => undefined);
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  const { conversation, message } = open;
  useEffect(() => {
    if (history.current !== null) tell(history.current, { conversation, message });
  }, [conversation, message]);
}

/** A step of its own for each place, so that Back leads to the one before. */
function tell(history: PageHistory, place: InboxPlace): void {
  if (!isSamePlace(readLocation(history.location), place)) history.push(writePlace(place));
}

function readLocation({ pathname, search }: PageLocation): InboxPlace {
  return parsePlace(`${String(pathname ?? '')}${String(search ?? '')}`);
}
