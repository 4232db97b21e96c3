interface Location {
  readonly pathname: string;
  readonly search: string;
}

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: Location, action: Action) => void;

/**
 * The history of a page as Jira gives it: version 4 of its package, on the other side of the bridge. Its listeners are told of
 * a view's own moves, too, and later; where it is, is what the bridge made of the last word.
 */
export class FakeHistory {
  location: Location;
  readonly pushed: string[] = [];
  readonly replaced: string[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #later: (tell: () => void) => void;

  /** @param later when the listeners are told of a move: in a task of its own */
  constructor(path = '/', later: (tell: () => void) => void = (tell) => void setTimeout(tell, 0)) {
    this.location = read(path);
    this.#later = later;
  }

  readonly push = (path: string): void => {
    this.pushed.push(path);
    this.#move(path, 'PUSH');
  };

  readonly replace = (path: string): void => {
    this.replaced.push(path);
    this.#move(path, 'REPLACE');
  };

  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What Back, Forward or a link does. */
  visit(path: string): void {
    this.#move(path, 'POP');
  }

  #move(path: string, action: Action): void {
    this.#later(() => {
      for (const listener of this.#listeners) listener(read(path), action);
    });
  }
}

function read(path: string): Location {
  const [pathname = '', search] = path.split('?');
  return { pathname, search: search === undefined ? '' : `?${search}` };
}
