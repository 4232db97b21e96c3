import type { Switches } from '../definitions';
import { everythingOn, loadSwitches } from '../storage/switches';

/**
 * What the settings say, for showing whom one may write to. Reading goes on where they cannot be read: a send asks
 * again, and refuses then.
 */
export async function loadShownSwitches(): Promise<Switches> {
  try {
    return await loadSwitches();
  } catch {
    return everythingOn;
  }
}

/** Whether people see how far others have read. Where the settings cannot be read, nobody does. */
export async function loadShownReceipts(): Promise<boolean> {
  try {
    return (await loadSwitches()).receipts;
  } catch {
    return false;
  }
}
