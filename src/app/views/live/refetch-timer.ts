/** Between two looks where no hint comes, in milliseconds: at first, and after nobody did anything for long. */
export const firstPause = 30_000;
export const longestPause = 300_000;
/** While hints are heard, or nobody is here, a look is only for what may have been missed. */
export const quietPause = 3_600_000;
/** A hint reaches every open view at once; they ask within so many milliseconds, not all together. */
export const jitter = 2_000;

export interface RefetchTimer {
  start(): void;
  /** Something has changed: asks soon. */
  hint(): void;
  /** Somebody is here and does something: asks as often as at first again. */
  touch(): void;
  stop(): void;
}

interface Options {
  /** Never more than once at a time. */
  readonly refetch: () => unknown;
  /** While it says no nothing is asked; `hint` says that one looks again. */
  readonly isSeen: () => boolean;
  /** Whether nothing has to be looked for now. */
  readonly isQuiet?: () => boolean;
  /** From 0 to 1. */
  readonly random: () => number;
}

type State = 'stopped' | 'waiting' | 'hinted' | 'asking' | 'asking-hinted';

/** Decides when a view asks again: soon after a hint, else ever more seldom, and never while nobody looks. */
export function createRefetchTimer({ refetch, isSeen, isQuiet = () => false, random }: Options): RefetchTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let pause = firstPause;
  let state: State = 'stopped';
  let lookedAt = Date.now();
  let isTouched = false;

  function wait(next: 'waiting' | 'hinted', delay: number): void {
    clearTimeout(timer);
    state = next;
    dueAt = Date.now() + delay;
    timer = setTimeout(() => void ask(), delay);
  }

  async function ask(): Promise<void> {
    // Nothing is planned from here on: the next hint, or the view that comes back into sight, begins anew.
    dueAt = Number.POSITIVE_INFINITY;
    if (!isSeen()) {
      state = 'waiting';
      return;
    }
    if (state !== 'hinted' && !isTouched && isQuiet() && Date.now() - lookedAt < quietPause) {
      wait('waiting', Math.min(longestPause, quietPause - (Date.now() - lookedAt)));
      return;
    }
    lookedAt = Date.now();
    isTouched = false;
    pause = state === 'hinted' ? firstPause : Math.min(pause * 2, longestPause);
    state = 'asking';
    try {
      await refetch();
    } catch {
      // Why it failed is for whoever asked to say; it is asked again as if it had not.
    }
    followUp(state);
  }

  function followUp(now: State): void {
    if (now === 'asking-hinted') wait('hinted', random() * jitter);
    else if (now === 'asking') wait('waiting', pause);
  }

  return {
    start: () => wait('waiting', pause),
    hint() {
      pause = firstPause;
      if (state === 'asking') state = 'asking-hinted';
      else if (state === 'waiting' && isSeen()) wait('hinted', random() * jitter);
    },
    touch() {
      isTouched = true;
      pause = firstPause;
      // Never later than it was: who does something all the time would else put it off for ever.
      if (state === 'waiting' && dueAt !== Number.POSITIVE_INFINITY && dueAt - Date.now() > firstPause) {
        wait('waiting', firstPause);
      }
    },
    stop() {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}
