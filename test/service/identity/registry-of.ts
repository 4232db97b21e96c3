import type { ClientRegistry, OAuthClient } from '../../../src/service/identity/client-registry';
import { hashClientSecret } from '../../../src/service/identity/client-secret';

export function aClient(changes: Partial<OAuthClient> = {}): OAuthClient {
  return {
    id: 'c1',
    name: 'Build bot',
    secretHash: hashClientSecret('s3cret'),
    scopes: ['participate:conversation', 'manage:conversation'],
    sites: ['11111111-1111-4111-8111-11111111AAAA'],
    createdAt: '2026-01-01T00:00:00.000Z',
    revokedAt: null,
    ...changes,
  };
}

/** A registry over a list that a test may change; it counts how often they are read. */
export function registryOf(clients: OAuthClient[]): ClientRegistry & { reads: number } {
  return {
    reads: 0,
    async addClient(client) {
      clients.push(client);
    },
    async findClient(id) {
      return clients.find((client) => client.id === id) ?? null;
    },
    async listClients() {
      this.reads += 1;
      return [...clients];
    },
    async revokeClient() {
      return null;
    },
  };
}
