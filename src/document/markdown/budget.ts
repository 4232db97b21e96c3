import { defaultLimits } from '../limits';

/** What a conversion may still cost. Where either is below zero the text stands as it was typed. */
export interface Budget {
  /**
   * What may be written that was not typed, in bytes of JSON, counted before it is written: ADF repeats an address at
   * each piece of a link, and a table fills its rows.
   */
  bytes: number;
  /** How often a rule of the parser may be tried. */
  steps: number;
}

/**
 * 64 KiB take up to 720,000 steps where each place is looked at once, eleven rules at each character. The parser looks at
 * some more often: it seeks a quote's end up to the last line, and goes back where the quote turns out to end before.
 */
const steps = 2_000_000;

export function startBudget(): Budget {
  return { bytes: defaultLimits.bytes, steps };
}

export function isUsedUp({ bytes, steps }: Budget): boolean {
  return bytes < 0 || steps < 0;
}
