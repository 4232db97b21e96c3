import type { Config } from '../../config/config';
import type { StoreState } from '../../doctor/check-store';
import { StoreUnavailable } from '../../errors/store-unavailable';
import { UsageError } from '../terminal/usage-error';
import { findNextSite } from './list-sites';
import type { AskCommand } from './with-commands';

/**
 * Visits every site of which anything of people is kept, one after the other. On a cluster one site may be away while the
 * others are there: so it is left out and told of at the end, with why the first one was. On one server it ends the walk.
 * @param done what a visit does, after "was not"
 * @throws UsageError with what was not reached; StoreUnavailable where the store as a whole is away or, on one server, too slow.
 */
export async function visitSites(
  { sites: named }: Pick<Config, 'sites'>,
  ask: AskCommand,
  done: string,
  visit: (cloudId: string) => Promise<void>,
): Promise<void> {
  const [visited, failed] = [new Set<string>(), new Map<string, StoreUnavailable>()];
  let isWhole = true;
  let isSpread: boolean | null = null;
  for (let after: string | null = null; ; ) {
    const next = await findNextSite(ask, after);
    isWhole &&= next.isWhole;
    after = next.cloudId;
    if (after === null) break;
    visited.add(after);
    const cloudId = after;
    await visit(cloudId).catch(async (error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
      isSpread ??= !isWhole || (await hasWorkers(ask));
      if (!isSpread) throw error;
      failed.set(cloudId, error);
    });
  }
  const missed = [...named.keys()].filter((cloudId) => !visited.has(cloudId));
  if (failed.size > 0 || !isWhole) throw new UsageError(describeUnreached(done, failed, isWhole ? null : missed));
}

/** Whether the store is spread over several servers, as far as it says. */
async function hasWorkers(ask: AskCommand): Promise<boolean> {
  try {
    return ((await ask({ command: 'store state' })) as StoreState).workers !== null;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}

/** `missed`: those of the settings that may be on a server that is away; null where none is. */
function describeUnreached(
  done: string,
  failed: ReadonlyMap<string, StoreUnavailable>,
  missed: readonly string[] | null,
): string {
  const sentences = [];
  const [first] = failed.values();
  if (first) {
    const sites = [...failed.keys()].join(', ');
    sentences.push(`The store stopped to answer for ${sites}: not ${done} as a whole. ${first.message}`);
  }
  if (missed !== null) sentences.push(`A server of the cluster does not answer: no site on it was ${done}.`);
  if (missed !== null && missed.length > 0) sentences.push(`Of ASIDE_SITES that may be ${missed.join(', ')}.`);
  return `${sentences.join(' ')} Do it again once "node bin/aside.cjs doctor" finds every worker.`;
}
