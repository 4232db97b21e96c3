import type { ViewLocation, ViewPlace } from './view-host';

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: unknown, action: Action) => void;

/**
 * The history of a view's own page, in the shape of version 4 of the package `history`, which Jira gives. As there, listeners
 * are told of the view's own moves as well, and `location` is the view's copy: the bridge's package renews it.
 */
export interface ViewHistory {
  location: unknown;
  readonly push: (to: string | Partial<ViewLocation>) => void;
  readonly replace: (to: string | Partial<ViewLocation>) => void;
  readonly go: (steps: number) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  readonly listen: (listener: Listener) => () => void;
}

export function createViewHistory(place: ViewPlace, adopt: (value: unknown) => unknown): ViewHistory {
  const listeners = new Set<Listener>();
  // Jira's history is on the other side of a bridge, so that what it tells comes in a task of its own.
  const tell = (action: Action): void => {
    const location = adopt(place.location());
    setTimeout(() => {
      for (const listener of listeners) listener(location, action);
    });
  };
  // For as long as the page lives: a view that is gone has no listeners left that anyone would miss.
  window.addEventListener('popstate', () => tell('POP'));
  const move = (how: 'within' | 'replace', action: Action) => (to: string | Partial<ViewLocation>) => {
    place.go(typeof to === 'string' ? to : `${to.pathname ?? '/'}${to.search ?? ''}${to.hash ?? ''}`, how);
    tell(action);
  };
  return {
    location: adopt(place.location()),
    push: move('within', 'PUSH'),
    replace: move('replace', 'REPLACE'),
    go: (steps) => window.history.go(steps),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
