import { defaultLimits } from '../limits';

/**
 * What a conversion may still write that was not typed, in bytes: ADF repeats an address at each piece of a link, and a
 * table fills its rows. It is counted before it is written. Below zero the document could not be sent, and work ends.
 */
export interface Growth {
  left: number;
}

export function startGrowth(): Growth {
  return { left: defaultLimits.bytes };
}
