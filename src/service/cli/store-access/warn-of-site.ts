import type { Config } from '../../config/config';
import { tellAside } from '../terminal/tell-aside';
import { isKept } from './list-sites';
import type { AskCommand } from './with-commands';

/** Says that a site is known neither from the settings nor from the store: nothing is wrong with that, and often its id is. */
export async function warnOfSite({ sites }: Pick<Config, 'sites'>, ask: AskCommand, cloudId: string): Promise<void> {
  if (sites.has(cloudId) || (await isKept(ask, cloudId))) return;
  tellAside(`Nothing is kept of the site ${cloudId}, and ASIDE_SITES does not name it. Is its id right?`);
}
