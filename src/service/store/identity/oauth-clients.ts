import { type Scope, scopes } from '../../../contract/scopes';
import type { ClientRegistry, OAuthClient } from '../../identity/client-registry';
import { noteDeed } from '../audit/audit';
import type { Clock } from '../engine/clock';
import type { Database, Queries } from '../engine/database';
import { inMilliseconds } from '../engine/milliseconds';
import { storableText } from '../engine/storable-text';

export const insertClient = {
  name: 'insert-client',
  text: `
  insert into oauth_client (id, name, secret_hash, scopes, sites, created_at, revoked_at)
  values ($1, $2, $3, $4, $5, $6, $7)`,
};

const columns = `o.id, o.name, o.secret_hash, o.scopes, o.sites, ${inMilliseconds('o.created_at')},
  ${inMilliseconds('o.revoked_at')}`;

export const selectClient = {
  name: 'select-client',
  text: `select ${columns} from oauth_client o where o.id = $1`,
};

export const selectClients = {
  name: 'select-clients',
  text: `select ${columns} from oauth_client o order by o.created_at, o.id`,
};

/** The first time stays, and only that one is for the audit. */
export const revokeClientById = {
  name: 'revoke-client',
  text: `
  with found as (
    select o.id, o.revoked_at from oauth_client o where o.id = $1 for update
  )
  update oauth_client o set revoked_at = coalesce(f.revoked_at, $2)
  from found f
  where o.id = f.id
  returning ${inMilliseconds('o.revoked_at')}, o.sites, f.revoked_at is null as is_new`,
};

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly secret_hash: string;
  readonly scopes: string[];
  readonly sites: string[];
  readonly created_at: number;
  readonly revoked_at: number | null;
}

/** The registry's methods, each over its own statements. */
export function clientRegistry(database: Database, clock: Clock): ClientRegistry {
  return {
    addClient: (client, by) => addClient(database, clock, client, by),
    findClient: (id) => findClient(database, id),
    listClients: () => listClients(database),
    revokeClient: (id, at, by) => revokeClient(database, clock, id, at, by),
  };
}

async function addClient(database: Database, clock: Clock, client: OAuthClient, by = 'service'): Promise<void> {
  const { id, name, secretHash, sites, createdAt, revokedAt } = client;
  const parameters = [
    ...[id, storableText(name), secretHash, client.scopes, sites],
    ...[new Date(createdAt), revokedAt === null ? null : new Date(revokedAt)],
  ];
  await database.transaction(async (transaction) => {
    await transaction.query(insertClient, parameters);
    const details = { name, scopes: client.scopes.join(' ') };
    for (const cloudId of sites) {
      await noteDeed(transaction, clock, { cloudId, actorId: by, action: 'client-created', subject: id, details });
    }
  });
}

async function findClient(database: Queries, id: string): Promise<OAuthClient | null> {
  const [row] = await database.query<ClientRow>(selectClient, [storableText(id)]);
  return row ? toClient(row) : null;
}

async function listClients(database: Queries): Promise<OAuthClient[]> {
  return (await database.query<ClientRow>(selectClients, [])).map(toClient);
}

async function revokeClient(
  database: Database,
  clock: Clock,
  id: string,
  at: Date,
  by = 'service',
): Promise<Date | null> {
  return database.transaction(async (transaction) => {
    const [row] = await transaction.query<RevokedRow>(revokeClientById, [storableText(id), at]);
    for (const cloudId of row?.is_new ? row.sites : []) {
      const deed = { cloudId, actorId: by, action: 'client-revoked', subject: id, details: {} } as const;
      await noteDeed(transaction, clock, deed);
    }
    return row ? new Date(row.revoked_at) : null;
  });
}

interface RevokedRow {
  readonly revoked_at: number;
  readonly sites: string[];
  readonly is_new: boolean;
}

function toClient(row: ClientRow): OAuthClient {
  return {
    id: row.id,
    name: row.name,
    secretHash: row.secret_hash,
    scopes: row.scopes.filter(isScope),
    sites: row.sites,
    createdAt: new Date(row.created_at).toISOString(),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at).toISOString(),
  };
}

/** A scope that this version does not know grants nothing. */
function isScope(word: string): word is Scope {
  return scopes.some((scope) => scope === word);
}
