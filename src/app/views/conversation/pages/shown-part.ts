import type { ShownMessage } from '../../../definitions';

/** The part of a thread that is shown, and what leads to the rest of it; null where there is none that way. */
export interface ShownPart {
  readonly shown: readonly ShownMessage[];
  readonly earlier: (() => void) | null;
  readonly later: (() => void) | null;
  readonly latest: (() => void) | null;
}
