interface Location {
  readonly pathname: string;
  readonly search: string;
}

type Listener = (location: Location, action: 'PUSH' | 'POP') => void;

/** The history of a page as Jira gives it: version 4 of its package, whose listeners are told of a view's own moves, too. */
export class FakeHistory {
  location: Location;
  readonly pushed: string[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(path = '/') {
    this.location = read(path);
  }

  readonly push = (path: string): void => {
    this.pushed.push(path);
    this.#move(path, 'PUSH');
  };

  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What Back, Forward or a link does. */
  visit(path: string): void {
    this.#move(path, 'POP');
  }

  #move(path: string, action: 'PUSH' | 'POP'): void {
    this.location = read(path);
    for (const listener of this.#listeners) listener(this.location, action);
  }
}

function read(path: string): Location {
  const [pathname = '', search] = path.split('?');
  return { pathname, search: search === undefined ? '' : `?${search}` };
}
