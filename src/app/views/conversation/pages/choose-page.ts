import type { ShownMessage } from '../../../definitions';
import { weighMessage } from './weigh-message';

/** Where a page of a thread lies: at its newest messages, or by a message: from it on, around it, before or after it. */
export type PageAt =
  | { readonly kind: 'latest' }
  | { readonly kind: 'from' | 'around' | 'before' | 'after'; readonly id: string };

/** Places in the list: the first one, and the one after the last. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

type Messages = readonly Pick<ShownMessage, 'id' | 'body' | 'issue'>[];

/** About what a window of 800 pixels shows above the place where one writes. */
const mostLines = 24;

/** The messages of a page: as many as fit, at least one where there are any. */
export function choosePage(messages: Messages, at: PageAt): PageRange {
  const end = messages.length;
  if (at.kind === 'latest') return grow(messages, { from: end, to: end }, 'up');
  const isLater = ({ id }: { readonly id: string }) => (at.kind === 'after' ? id > at.id : id >= at.id);
  const found = messages.findIndex(isLater);
  const place = found === -1 ? end : found;
  switch (at.kind) {
    case 'from':
      return grow(messages, { from: place, to: place }, 'down');
    case 'around':
      return grow(messages, { from: place, to: place }, 'both');
    case 'after': {
      const page = grow(messages, { from: place, to: place }, 'down');
      // The last page is a whole one, and so is the first.
      return page.to === end ? grow(messages, { from: end, to: end }, 'up') : page;
    }
    case 'before': {
      const page = grow(messages, { from: place, to: place }, 'up');
      return page.from === 0 ? grow(messages, { from: 0, to: 0 }, 'down') : page;
    }
  }
}

function grow(messages: Messages, { from, to }: PageRange, way: 'up' | 'down' | 'both'): PageRange {
  const [start, end] = [from, to];
  let lines = 0;
  const take = (index: number): boolean => {
    const message = messages[index];
    if (message === undefined) return false;
    const more = weighMessage(message);
    if (lines > 0 && lines + more > mostLines) return false;
    lines += more;
    return true;
  };
  let [first, next] = [start, end];
  for (let goesUp = way !== 'down', goesDown = way !== 'up'; goesUp || goesDown; ) {
    goesDown = goesDown && take(next);
    if (goesDown) next += 1;
    goesUp = goesUp && take(first - 1);
    if (goesUp) first -= 1;
  }
  return { from: first, to: next };
}
