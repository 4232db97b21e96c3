import { Type } from 'typebox';
import { StoreUnavailable } from '../../errors/store-unavailable';
import type { ClientUses } from '../../identity/client-registry';
import { createClient } from '../../identity/create-client';
import { rotateKey } from '../../identity/rotate-key';
import { systemClock } from '../../store/system-clock';
import { UsageError } from '../terminal/usage-error';
import { defineCommand } from './define-command';

export const answerClientCreate = defineCommand(
  Type.Object({
    client: Type.Object({
      name: Type.String(),
      sites: Type.Array(Type.String()),
      scopes: Type.Array(Type.String()),
    }),
  }),
  async (store, { client }, by) => {
    const { clientId, clientSecret } = await createClient(store, client, systemClock.now(), by);
    return { client_id: clientId, client_secret: clientSecret };
  },
);

/**
 * Of the secret not even the hash. `used` has the hour in which the client was last let in to each of its sites, null for
 * never; a site whose server is away is not in it.
 */
export const answerClientList = defineCommand(Type.Object({}), async (store) => {
  const clients = await store.listClients();
  const uses = await listUses(store, new Set(clients.flatMap(({ sites }) => sites)));
  return clients.map(({ id, name, scopes, sites, createdAt, revokedAt }) => ({
    client_id: id,
    name,
    scopes,
    sites,
    created: createdAt,
    revoked: revokedAt,
    used: Object.fromEntries(
      sites.flatMap((site) => {
        const ofSite = uses.get(site);
        return ofSite === undefined ? [] : [[site, ofSite.get(id)?.toISOString() ?? null]];
      }),
    ),
  }));
});

/** By site; of a cluster, those whose server answers. */
async function listUses(store: Pick<ClientUses, 'listClientUses'>, sites: ReadonlySet<string>) {
  const uses = new Map<string, ReadonlyMap<string, Date>>();
  for (const site of sites) {
    try {
      uses.set(site, await store.listClientUses(site));
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return uses;
}

/** A client that was revoked before stays so, and is no fault. */
export const answerClientRevoke = defineCommand(Type.Object({ id: Type.String() }), async (store, { id }, by) => {
  const revokedAt = await store.revokeClient(id, systemClock.now(), by);
  if (revokedAt === null) throw new UsageError('There is no client with this id. "aside client list" shows them all.');
  return { client_id: id, revoked: revokedAt.toISOString() };
});

export const answerKeyRotate = defineCommand(Type.Object({ drop: Type.Boolean() }), async (store, { drop }, by) => {
  const { id, earlierEndAt } = await rotateKey(store, systemClock.now(), drop, by);
  return { key: id, earlier_tokens_until: earlierEndAt.toISOString() };
});
