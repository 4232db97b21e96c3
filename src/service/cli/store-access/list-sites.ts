import type { NextSite } from '../../conversation/administration';
import type { AskCommand } from './with-commands';

/**
 * The first site after this one, in the order of ids, of which anything of people is kept. A service of an earlier version
 * refuses the command: what it knew by another name had another answer.
 */
export async function findNextSite(ask: AskCommand, after: string | null): Promise<NextSite> {
  return (await ask({ command: 'site after', after })) as NextSite;
}

/** Whether anything of people is kept of a site, as far as is known: whether it is the next one after the id before its own. */
export async function isKept(ask: AskCommand, cloudId: string): Promise<boolean> {
  const number = BigInt(`0x${cloudId.replaceAll('-', '')}`);
  const before = number === 0n ? null : writeUuid(number - 1n);
  const next = await findNextSite(ask, before);
  return next.cloudId === cloudId || !next.isWhole;
}

function writeUuid(number: bigint): string {
  return number
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
