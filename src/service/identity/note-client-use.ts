import type { Caller } from './caller';
import type { ClientUses } from './client-registry';

const hour = 3_600_000;

/** Told of each request that was let in to a site. Never waits and never throws. */
export type NoteUse = (caller: Pick<Caller, 'kind' | 'id'>, cloudId: string) => void;

/**
 * Notes the hour in which a client was last let in to a site: one write for each client, site and hour of this node,
 * beside the request and never before its answer. One that fails is tried again by the next request.
 */
export function createUseNotes(uses: Pick<ClientUses, 'noteClientUse'>, now: () => Date): NoteUse {
  /** As many as there are clients and sites that they are granted. */
  const noted = new Map<string, number>();
  return ({ kind, id }, cloudId) => {
    if (kind !== 'client') return;
    const current = Math.floor(now().getTime() / hour);
    const key = `${cloudId} ${id}`;
    if (noted.get(key) === current) return;
    noted.set(key, current);
    uses.noteClientUse(cloudId, id.replace(/^client:/, ''), new Date(current * hour)).catch(() => {
      if (noted.get(key) === current) noted.delete(key);
    });
  };
}
