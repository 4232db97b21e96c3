import { readFile, writeFile } from 'node:fs/promises';
import type { ClientRegistry } from '../../src/service/identity/client-registry';
import { createClient } from '../../src/service/identity/create-client';
import { demoSite } from '../demo/site';

/** An OAuth client to try the API with. The file holds it as `aside client create` prints one. */
export interface DemoClient {
  readonly client_id: string;
  readonly client_secret: string;
}

/**
 * The demo client: the one kept in `file`, as long as the store still knows it, else a new one.
 * The secret is kept in plain text, readable by its owner only: it opens nothing but this directory's demo data.
 */
export async function openDemoClient(registry: ClientRegistry, file: string): Promise<DemoClient> {
  const kept = await readKept(file);
  const known = kept === null ? null : await registry.findClient(kept.client_id);
  if (kept !== null && known !== null && known.revokedAt === null) return kept;
  const request = {
    name: 'Preview',
    sites: [demoSite.cloudId],
    scopes: ['participate:conversation', 'manage:conversation'],
  };
  const { clientId, clientSecret } = await createClient(registry, request, new Date());
  const client = { client_id: clientId, client_secret: clientSecret };
  await writeFile(file, `${JSON.stringify(client, null, 2)}\n`, { mode: 0o600 });
  return client;
}

/** Null for a file that is absent or not ours: a new client takes its place. */
async function readKept(file: string): Promise<DemoClient | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { client_id, client_secret } = kept as Partial<DemoClient>;
    return typeof client_id === 'string' && typeof client_secret === 'string' ? { client_id, client_secret } : null;
  } catch {
    return null;
  }
}
