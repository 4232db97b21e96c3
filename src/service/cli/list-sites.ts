import type { AskCommand } from './with-commands';

/** Every site of which anything of people is kept, one after the other. */
export async function* listSites(ask: AskCommand): AsyncGenerator<string> {
  for (let cloudId = await next(ask, null); cloudId !== null; cloudId = await next(ask, cloudId)) yield cloudId;
}

async function next(ask: AskCommand, after: string | null): Promise<string | null> {
  return (await ask({ command: 'site next', after })) as string | null;
}
