import { ask } from '../../shared/service/ask';
import { site } from '../../shared/service/running-service';

/** Signs a token that the node at this address takes at this moment. */
export type Sign = (address: string) => Promise<string>;

/** Where messages go. A path is below the site, and is the same for everybody who sends there. */
export interface Place {
  readonly path: string;
  /** Who may read it all. */
  readonly reader: string;
}

export const writers = Array.from({ length: 8 }, (_, n) => `557058:writer-${n}`);

/** Two groups that all writers are in: sends of many meet in one conversation. */
export async function openGroups(address: string, sign: Sign): Promise<readonly Place[]> {
  const [owner = '', ...others] = writers;
  const groups: Place[] = [];
  for (const name of ['Release', 'Night shift']) {
    const at = `${address}/site/${site}/conversation`;
    const as = async () => ({ token: await sign(address), headers: { 'Aside-Account-Id': owner } });
    const made = await ask(`POST ${at}`, { ...(await as()), json: { name } });
    const { id } = made.body as { id: string };
    const joined = await ask(`PATCH ${at}/${id}/roster`, { ...(await as()), json: { add: others } });
    if (joined.status !== 204) throw new Error(`The group was not made: ${joined.status}`);
    groups.push({ path: `${id}`, reader: owner });
  }
  return groups;
}

/** The direct conversations of one writer, who writes in them with the two at their sides. */
export function listDirects(writer: number): readonly Place[] {
  const reader = writers[writer] ?? '';
  return [1, writers.length - 1].map((step) => ({ path: `user/${writers[(writer + step) % writers.length]}`, reader }));
}

/** Each conversation that is written in, once. */
export function listPlaces(groups: readonly Place[]): readonly Place[] {
  return [...groups, ...writers.flatMap((_, writer) => listDirects(writer).slice(0, 1))];
}
