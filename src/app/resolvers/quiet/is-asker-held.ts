import { isHeld } from '../../../patterns/is-held';
import type { SiteAsker } from '../shared/asker';
import { loadOwn } from './load-own';

/** Whether the asker wants to be told of nothing now; where that is not known they are told as ever. */
export async function isAskerHeld(asker: SiteAsker): Promise<boolean> {
  const own = await loadOwn(asker);
  return own != null && isHeld(own, new Date());
}
