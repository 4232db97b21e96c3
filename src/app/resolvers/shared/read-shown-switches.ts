import type { Switches } from '../../definitions';
import { everythingOn, readSwitches } from '../../storage/switches';

/**
 * What the settings say, for showing whom one may write to. Reading goes on where they cannot be read: a send asks
 * again, and refuses then.
 */
export async function readShownSwitches(): Promise<Switches> {
  try {
    return await readSwitches();
  } catch {
    return everythingOn;
  }
}
