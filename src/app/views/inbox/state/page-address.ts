import { type InboxPlace, isSamePlace, parsePlace, writePlace } from './inbox-place';

interface PageLocation {
  readonly pathname?: unknown;
  readonly search?: unknown;
}

/** What is used of the history that Jira gives: its package's version 4, whatever the bridge's types say. */
export interface PageHistory {
  readonly location: PageLocation;
  push(path: string): unknown;
  replace(path: string): unknown;
  listen(listener: (location: PageLocation, action: unknown) => void): () => void;
}

/**
 * The address of the page, on the other side of the bridge: its history answers later, and its `location` is a copy that is
 * late as well. So what it was last moved to is remembered here, and so is what it has not answered yet.
 */
export class PageAddress {
  /** Where the address is once all that was asked of it is done. */
  #place: InboxPlace;
  /** Own moves whose answer is on its way, the oldest first. */
  #unanswered: InboxPlace[] = [];
  readonly #history: PageHistory;

  constructor(history: PageHistory) {
    this.#history = history;
    this.#place = readLocation(history.location);
  }

  get place(): InboxPlace {
    return this.#place;
  }

  /**
   * A step of its own for each place, so that Back leads to the one before. Where only the message falls away there is none:
   * it may be gone, and Back would lead to it for ever.
   */
  moveTo(place: InboxPlace): void {
    const before = this.#place;
    if (isSamePlace(before, place)) return;
    this.#place = place;
    this.#unanswered.push(place);
    const losesMessage = before.conversation === place.conversation && place.message === null;
    if (losesMessage) this.#history.replace(writePlace(place));
    else this.#history.push(writePlace(place));
  }

  /** @param onVisit told of each move that is not an answer to `moveTo` */
  listen(onVisit: (place: InboxPlace) => void): () => void {
    return this.#history.listen((location, action) => {
      const place = readLocation(location);
      if (action !== 'POP' && this.#isAnswer(place)) return;
      // An own move that this one overtook comes as a visit, so that what is open ends where the address does.
      this.#unanswered = [];
      this.#place = place;
      onVisit(place);
    });
  }

  #isAnswer(place: InboxPlace): boolean {
    const at = this.#unanswered.findIndex((own) => isSamePlace(own, place));
    this.#unanswered = this.#unanswered.slice(at + 1);
    return at !== -1;
  }
}

function readLocation({ pathname, search }: PageLocation): InboxPlace {
  return parsePlace(`${String(pathname ?? '')}${String(search ?? '')}`);
}
