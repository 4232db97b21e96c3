import type { Scope } from '../../contract/scopes';

/** An OAuth client as it is kept. Its secret has 256 random bits, so that one SHA-256 of it is enough to keep. */
export interface OAuthClient {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the secret, 64 lower-case hex digits. */
  readonly secretHash: string;
  readonly scopes: readonly Scope[];
  readonly sites: readonly string[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/**
 * Where OAuth clients are kept. Clients stand above sites: this is the one thing that is not keyed by `cloud_id`.
 * `by` is who does it, for the audit of each site of the client; the service itself where it is absent.
 */
export interface ClientRegistry {
  addClient(client: OAuthClient, by?: string): Promise<void>;
  /** Null for an unknown id; a revoked client is returned, with `revokedAt`. */
  findClient(id: string): Promise<OAuthClient | null>;
  /** All of them, revoked ones too, the eldest first. */
  listClients(): Promise<OAuthClient[]>;
  /** When it was revoked, which may have been before; null for an unknown id. */
  revokeClient(id: string, at: Date, by?: string): Promise<Date | null>;
}

/** In which hour each client was last let in to a site: known per site, and not to the second. */
export interface ClientUses {
  /** Keeps the later one of this and what is kept. */
  noteClientUse(cloudId: string, clientId: string, at: Date): Promise<void>;
  /** By the client's id; those that were never seen are not there. */
  listClientUses(cloudId: string): Promise<ReadonlyMap<string, Date>>;
}

/** Secrets of the installation that no configuration names: made on first use, kept in the store, the same on every node. */
export interface SecretRegistry {
  /** The 32 random bytes kept under this name. Concurrent first calls agree on one value. */
  secret(name: 'cursor'): Promise<Uint8Array>;
}
