import { noWords, type Words } from '../../definitions/composer';
import type { DraftSaved, KeptDraft } from '../../definitions/draft';
import { areSame, isBlank } from './join-words';

type Answered<T> = Promise<({ readonly ok: true } & T) | { readonly ok: false }>;

/** What is asked of the functions for one place. Each answer always comes. */
export interface DraftCalls {
  readonly find: () => Answered<{ draft: KeptDraft | null }>;
  readonly save: (words: Words, revision: string | null) => Answered<DraftSaved>;
  readonly drop: (revision: string) => Answered<object>;
}

/** `not-kept`: it could not be saved yet. `elsewhere`: other words are there, and someone has to choose. */
export type DraftState = 'kept' | 'not-kept' | 'elsewhere';

/** Keeps the words of one place with the service: what is done comes one after the other, sends among it. */
export interface DraftKeeper {
  readonly state: () => DraftState;
  /** What is to be kept now; saved once nothing was noted for a second. */
  note(words: Words): void;
  /** At once, where anything is to be saved. */
  flush(): void;
  /** The words that are kept; null where there are none, undefined where nobody said. Asked until somebody has. */
  load(): Promise<Words | null | undefined>;
  /** Sends, with the revision that goes with it; then the place is empty, where it came to that. */
  send<Answer extends { readonly ok: boolean }>(post: (revision: string | null) => Promise<Answer>): Promise<Answer>;
  /** What is there becomes what is here, or the other way round; then its words come back. */
  choose(whose: 'mine' | 'other'): Words | null;
}

/** The frame tells of a change after 0.3 s of rest itself: together a second. */
const restMs = 700;
/** Whoever types without a rest is saved all the same. */
const longestMs = 10_000;
/** A service that does not answer is asked again after so long, then half as often each time. */
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

interface Options {
  readonly calls: DraftCalls;
  /** The state has changed. */
  readonly onState: () => void;
}

export function createDraftKeeper({ calls, onState }: Options): DraftKeeper {
  /** Nothing is kept here, and nothing more is asked. */
  let isOff = false;
  let wanted: Words | null = null;
  let saved: Words | null = null;
  let revision: string | null = null;
  let other: KeptDraft | null = null;
  let state: DraftState = 'kept';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notedAt = 0;
  let retryMs = firstRetryMs;
  /** What may be there although no answer said so. */
  let doubted: Words | null = null;
  let loading: Promise<Words | null | undefined> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const set = (next: DraftState): void => {
    if (state === next) return;
    state = next;
    onState();
  };
  const isDue = (): boolean => wanted !== null && !areSame(wanted, saved ?? noWords);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  const ask = async <T>(answered: Answered<T>): Promise<T | null> => {
    const answer = await answered;
    return answer.ok ? answer : null;
  };
  const schedule = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(save), ms);
  };
  const fail = (): void => {
    set('not-kept');
    schedule(retryMs);
    retryMs = Math.min(2 * retryMs, longestRetryMs);
  };
  const settle = (words: Words, at: string | null): void => {
    [saved, revision, doubted, retryMs] = [words, at, null, firstRetryMs];
    set('kept');
    if (isDue()) schedule(restMs);
  };

  async function save(): Promise<void> {
    clearTimeout(timer);
    notedAt = 0;
    if (isOff || state === 'elsewhere' || wanted === null || !isDue()) return;
    const words = wanted;
    if (isBlank(words)) return drop(words);
    const answer = await ask(calls.save(words, revision));
    if (answer === null) {
      doubted = words;
      return fail();
    }
    if (answer.outcome === 'not-kept') {
      isOff = true;
      return set('kept');
    }
    if (answer.outcome === 'saved') return settle(words, answer.revision);
    return meet(words);
  }

  async function drop(words: Words): Promise<void> {
    if (revision !== null && (await ask(calls.drop(revision))) === null) return fail();
    settle(words, null);
  }

  /** What is there instead: these words all the same, where an answer was lost; none, where they were sent; or others. */
  async function meet(words: Words): Promise<void> {
    const answer = await ask(calls.find());
    if (answer === null) return fail();
    const there = answer.draft;
    if (there !== null && areSame(there.words, words)) return settle(words, there.revision);
    if (there === null) {
      // Not taken although nothing is there: another try at once would be refused as well.
      if (revision === null) return fail();
      [saved, revision] = [null, null];
      return schedule(0);
    }
    other = there;
    set('elsewhere');
  }

  /** What a save without an answer has left there is ours, and goes with what is sent. */
  async function findDoubted(): Promise<void> {
    if (doubted === null) return;
    const there = (await ask(calls.find()))?.draft ?? null;
    if (there !== null && areSame(there.words, doubted)) revision = there.revision;
  }

  return {
    state: () => state,
    note(words) {
      wanted = words;
      // The words here are gone: those of the other window stay, and nobody has to choose.
      if (state === 'elsewhere' && isBlank(words)) [saved, revision, other] = [null, null, null];
      if (!isDue() || isOff) {
        clearTimeout(timer);
        notedAt = 0;
        return set('kept');
      }
      if (notedAt === 0) notedAt = Date.now();
      schedule(Math.max(0, Math.min(restMs, notedAt + longestMs - Date.now())));
    },
    flush() {
      if (isDue()) void inTurn(save);
    },
    load() {
      loading ??= inTurn(async () => {
        // What was written or saved here is known already.
        if (wanted !== null && revision !== null) return null;
        const answer = await ask(calls.find());
        if (answer === null) {
          loading = null;
          return undefined;
        }
        if (answer.draft === null) return null;
        const { words } = answer.draft;
        const isOurs = [wanted, doubted].some((own) => own !== null && areSame(own, words));
        [saved, revision, doubted] = [words, answer.draft.revision, null];
        return isOurs ? null : words;
      });
      return loading;
    },
    send: (post) =>
      inTurn(async () => {
        clearTimeout(timer);
        await findDoubted();
        const answer = await post(revision);
        if (answer.ok) [saved, revision, doubted] = [null, null, null];
        else if (isDue()) schedule(restMs);
        return answer;
      }),
    choose(whose) {
      if (other === null) return null;
      const { words, revision: there } = other;
      [saved, revision, other] = [words, there, null];
      if (whose === 'other') wanted = words;
      set('kept');
      schedule(0);
      return whose === 'other' ? words : null;
    },
  };
}
