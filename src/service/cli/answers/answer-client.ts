import { Type } from 'typebox';
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

/** Of the secret not even the hash. */
export const answerClientList = defineCommand(Type.Object({}), async (store) => {
  const clients = await store.listClients();
  return clients.map(({ id, name, scopes, sites, createdAt, revokedAt }) => ({
    client_id: id,
    name,
    scopes,
    sites,
    created: createdAt,
    revoked: revokedAt,
  }));
});

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
