import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashClientSecret } from '../../src/service/identity/client-secret';
import type { Database } from '../../src/service/store/engine/database';
import { engineDirectory } from '../../src/service/store/engine/engine-directory';
import { openPGlite } from '../../src/service/store/engine/pglite-database';
import { openPostgres } from '../../src/service/store/engine/postgres-database';
import { openStoreOn } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { startPrivateServer } from '../shared/postgres/private-server';
import { type ForgeSigner, startForgeSigner } from '../shared/service/forge-signer';
import { findEjabberd, startEjabberd } from './contenders/start-ejabberd';
import { startEmpty } from './contenders/start-empty';
import { type ServedNode, startNode } from './contenders/start-node';
import type { SeededSite } from './load/load-job';
import { type SiteSize, seedSite } from './seed-site';

const appId = randomUUID();

/** Where sends are spread, and where history is read at a thousand messages. */
const smallSite = { people: 2_000, directs: 10_000, groups: 50, messages: 1_000 };

/** Everything that is measured, started and filled, and what loads need to know of it. */
export interface Stage {
  readonly postgres: { readonly pid: number; createDatabase(): Promise<string> };
  /** The service's own database, for what is asked of it directly. */
  readonly database: Database;
  readonly empty: ServedNode;
  /** Two nodes on one PostgreSQL server, and one on the embedded store. */
  readonly nodes: readonly [ServedNode, ServedNode];
  readonly embedded: ServedNode;
  /** Null where the machine has none. */
  readonly ejabberd: ServedNode | null;
  readonly small: SeededSite;
  readonly large: SeededSite;
  /** As large, without groups: each person has 50 conversations, with five messages in each. */
  readonly direct: SeededSite;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Tokens of Forge for a site, each another one. */
  signTokens(site: SeededSite, count: number): Promise<string[]>;
  remove(): Promise<void>;
}

/** Uses loopback alone, and removes all that it made. `largeSite` is the messages of the large site. */
export async function setStage(binaries: string, largeSite: number): Promise<Stage> {
  const made: (() => Promise<unknown>)[] = [];
  const remove = async () => {
    for (const one of made.splice(0).reverse()) await one();
  };
  const keep = <T extends { close(): Promise<unknown> }>(one: T): T => {
    made.push(() => one.close());
    return one;
  };
  try {
    const server = await startPrivateServer(binaries);
    made.push(() => server.remove());
    const directory = await mkdtemp(join(tmpdir(), 'aside-bench-'));
    made.push(() => rm(directory, { recursive: true, force: true }));
    const small = { cloudId: randomUUID(), ...smallSite };
    const large = { cloudId: randomUUID(), ...sizeOf(largeSite) };
    const direct = { cloudId: randomUUID(), ...sizeOfDirect(largeSite) };
    const client = { clientId: randomUUID(), clientSecret: randomBytes(32).toString('base64url') };
    const url = await server.createDatabase();

    const database = openPostgres({ url, connections: 4, statementTimeout: 600_000 });
    made.push(() => database.close());
    await fill(database, [small, large, direct], client);
    await mkdir(engineDirectory(directory), { recursive: true });
    const engine = await openPGlite(engineDirectory(directory));
    await fill(engine, [small], client).finally(() => engine.close());

    const libraries = findEjabberd();
    const signer = keep(await startForgeSigner({ appId, cloudId: small.cloudId }));
    const settings = {
      ASIDE_SITES: [small, large, direct].map(({ cloudId }) => cloudId).join(','),
      ASIDE_FORGE_APP_IDS: appId,
      ASIDE_FORGE_JWKS_URL: signer.keysUrl,
      // One token lasts for the whole bench, but where each request brings a new one.
      ASIDE_FORGE_TOKEN_LIFE_S: '86400',
    };
    return {
      postgres: { pid: await server.findPid(), createDatabase: () => server.createDatabase() },
      database,
      empty: keep(await startEmpty()),
      nodes: [
        keep(await startNode({ DATABASE_URL: url }, settings)),
        keep(await startNode({ DATABASE_URL: url }, settings)),
      ],
      embedded: keep(await startNode({ ASIDE_DATA_DIR: directory }, settings)),
      ejabberd: libraries ? keep(await startEjabberd(libraries, binaries, await server.createDatabase())) : null,
      small,
      large,
      direct,
      client,
      signTokens: (site, count) => signTokens(signer, site, count),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A tenth as many conversations as messages, nine of ten of them direct. */
function sizeOf(messages: number) {
  return {
    people: Math.ceil(messages / 50),
    directs: Math.ceil(messages * 0.09),
    groups: Math.ceil(messages * 0.01),
    messages,
  };
}

/** A fifth of the messages lie in one conversation, as `seedSite` has it, and are nobody's of these. */
function sizeOfDirect(messages: number) {
  return { people: Math.ceil(messages * 0.0064), directs: Math.ceil(messages * 0.16), groups: 0, messages };
}

async function fill(
  database: Database,
  sites: readonly (SiteSize & SeededSite)[],
  { clientId: id, clientSecret }: Stage['client'],
): Promise<void> {
  const store = await openStoreOn(database, { now: () => new Date(), newId: newMessageId });
  for (const site of sites) await seedSite(database, site.cloudId, site);
  await database.query({ name: 'analyze', text: 'vacuum analyze' }, []);
  await store.addClient({
    id,
    name: 'Bench',
    secretHash: hashClientSecret(clientSecret),
    scopes: ['participate:conversation', 'manage:conversation'],
    sites: sites.map(({ cloudId }) => cloudId),
    createdAt: new Date().toISOString(),
    revokedAt: null,
  });
}

/** They hold for as long as any bench takes. */
async function signTokens(signer: ForgeSigner, { cloudId }: SeededSite, count: number): Promise<string[]> {
  const exp = Math.floor(Date.now() / 1000) + 6 * 3_600;
  const tokens: string[] = [];
  for (let n = 0; n < count; n += 1) tokens.push(await signer.sign({ cloudId, claims: { exp } }));
  return tokens;
}
