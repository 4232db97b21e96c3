import type { AskCommand } from './with-commands';

/** Every site of which anything of people is kept, one after the other. */
export async function* listSites(ask: AskCommand): AsyncGenerator<string> {
  for (let cloudId = await findNextSite(ask, null); cloudId !== null; cloudId = await findNextSite(ask, cloudId)) {
    yield cloudId;
  }
}

/** Whether anything of people is kept of a site: whether it is the next one after the id before its own. */
export async function isKept(ask: AskCommand, cloudId: string): Promise<boolean> {
  const number = BigInt(`0x${cloudId.replaceAll('-', '')}`);
  const before = number === 0n ? null : writeUuid(number - 1n);
  return (await findNextSite(ask, before)) === cloudId;
}

async function findNextSite(ask: AskCommand, after: string | null): Promise<string | null> {
  return (await ask({ command: 'site next', after })) as string | null;
}

function writeUuid(number: bigint): string {
  return number
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
