/** Of what kind something is that the platform does for the app; each is counted on its own. */
export type HappeningKind =
  | 'invocation'
  | 'jira'
  | 'remote'
  | 'storage'
  | 'realtime'
  | 'queue'
  | 'event'
  | 'atlassian'
  | 'hint'
  | 'log';

/** Something that the platform did, as it shows under the hood. */
export interface Happening {
  /** Counts up from 1. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: HappeningKind;
  /** One line: `GET /rest/api/3/issue/10101`, `panel`. */
  readonly title: string;
  /** The function in which it happened, or that ran; null for what a view did by itself. */
  readonly functionKey: string | null;
  /** Of the invocation that it belongs to; null outside of one. */
  readonly invocationId: string | null;
  /** How it ended: an HTTP status, or a word; null while it goes on. */
  readonly outcome: string | null;
  /** Milliseconds that it took; null while it goes on. */
  readonly took: number | null;
  /** Points of Jira. */
  readonly points: number;
  /** What went in and what belongs to it: a payload, the claims of a token. */
  readonly detail: Readonly<Record<string, unknown>>;
}

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
