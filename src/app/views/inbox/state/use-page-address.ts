import { view } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import { type InboxPlace, isSamePlace } from './inbox-place';
import { PageAddress, type PageHistory } from './page-address';

/**
 * Keeps what is open in the page's address, and follows it when it changes: by Back, or by a link within the page. A history
 * that never comes leaves the address as it is; the inbox works all the same.
 * @param open what is open now
 * @param onVisit the address names something else
 */
export function usePageAddress(open: InboxPlace, onVisit: (place: InboxPlace) => void): void {
  const address = useRef<PageAddress | null>(null);
  const latest = useRef({ open, onVisit });
  latest.current = { open, onVisit };

  useEffect(() => {
    let isGone = false;
    let stop: () => void = () => undefined;
    const follow = (place: InboxPlace) => {
      if (!isSamePlace(place, latest.current.open)) latest.current.onVisit(place);
    };
    async function begin(): Promise<void> {
      const history: PageHistory = await view.createHistory();
      if (isGone) return;
      const given = new PageAddress(history);
      address.current = given;
      // What somebody has opened meanwhile is what the page shows.
      if (latest.current.open.conversation !== null) given.moveTo(latest.current.open);
      else follow(given.place);
      stop = given.listen(follow);
    }
    void begin().catch(() => undefined);
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  const { conversation, message } = open;
  useEffect(() => address.current?.moveTo({ conversation, message }), [conversation, message]);
}
