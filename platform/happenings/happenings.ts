import type { Happening } from '../wire/wire';

export type Beginning = Pick<Happening, 'kind' | 'title' | 'functionKey' | 'invocationId'> & {
  readonly detail?: Happening['detail'];
};
export type Ending = Partial<Pick<Happening, 'outcome' | 'points' | 'detail'>>;

/** Is told of each happening twice: when it begins, with an outcome of null, and when it has ended. */
export type Listener = (happening: Happening) => void;

/** What happens on the platform, told to whoever listens while it happens. */
export interface Happenings {
  /** @returns what tells how it ended. */
  begin(beginning: Beginning): (ending: Ending) => void;
  /** @returns what ends the listening. */
  listen(listener: Listener): () => void;
}

export function openHappenings(now: () => number): Happenings {
  const listeners = new Set<Listener>();
  let last = 0;
  const tell = (happening: Happening): void => {
    for (const listener of listeners) listener(happening);
  };
  return {
    begin: ({ detail = {}, ...beginning }) => {
      last += 1;
      const begun: Happening = { ...beginning, id: last, at: now(), outcome: null, took: null, points: 0, detail };
      tell(begun);
      return ({ detail: more, ...ending }) =>
        tell({ ...begun, outcome: 'done', took: now() - begun.at, ...ending, detail: { ...detail, ...more } });
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
