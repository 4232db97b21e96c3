import { openPostgres } from '../../src/service/store/engine/postgres-database';
import { openStoreOn } from '../../src/service/store/open-store';
import { newMessageId } from '../../src/service/store/rows/message-id';
import { describeOnCitus } from '../shared/citus/describe-on-citus';
import { openEmbeddedEngine } from '../shared/engine/open-embedded-engine';
import { describeOnPostgres, type TestServer } from '../shared/postgres/describe-on-postgres';
import { runService, site, type TestService } from '../shared/service/running-service';
import { alternate } from './alternate';
import { type ClientCredentials, connectClients, type TestClients } from './test-clients';

const clock = { now: () => new Date(), newId: newMessageId };

/** Three clients of one site, with the scopes to participate and to manage. */
async function addClients(service: TestService): Promise<ClientCredentials[]> {
  return Promise.all(['One', 'Two', 'Three'].map((name) => service.addClient({ name })));
}

async function onEmbeddedStore(): Promise<TestClients> {
  const store = await openStoreOn(await openEmbeddedEngine(), clock);
  const service = await runService({ store });
  return connectClients({
    base: service.url,
    site,
    clients: await addClients(service),
    close: async () => {
      await service.close();
      await store.close();
    },
  });
}

async function onTwoNodes(server: TestServer): Promise<TestClients> {
  const url = await server.createDatabase();
  const open = () => openStoreOn(openPostgres({ url, connections: 4, statementTimeout: 10_000 }), clock);
  const stores = [await open(), await open()];
  const nodes = await Promise.all(stores.map((store) => runService({ store })));
  const proxy = await alternate(nodes.map((node) => node.url));
  const [first] = nodes;
  if (!first) throw new Error('There is no node.');
  return connectClients({
    base: proxy.url,
    site,
    clients: await addClients(first),
    close: async () => {
      await proxy.close();
      for (const node of nodes) await node.close();
      for (const store of stores) await store.close();
    },
  });
}

/** `id:secret`, three of them, comma-separated; each with both scopes on the site. */
function readClients(text: string): ClientCredentials[] {
  return text.split(',').map((one) => {
    const [id = '', secret = ''] = one.split(':');
    return { id, secret };
  });
}

/**
 * What the contract says, held against the service over HTTP: on the embedded store, and on two nodes over one
 * PostgreSQL, or a cluster of them, behind a proxy. Or against any other implementation, which is told by CONFORMANCE_URL, CONFORMANCE_SITE
 * and CONFORMANCE_CLIENTS.
 */
export function describeConformance(suite: (start: () => Promise<TestClients>) => void): void {
  const { CONFORMANCE_URL: base, CONFORMANCE_SITE: elsewhere = site, CONFORMANCE_CLIENTS: clients = '' } = process.env;
  if (base) {
    const close = async () => {};
    describe(base, () => suite(() => connectClients({ base, site: elsewhere, clients: readClients(clients), close })));
    return;
  }
  describe('on the embedded store', () => suite(onEmbeddedStore));
  describeOnPostgres('on two nodes over PostgreSQL', (server) => suite(() => onTwoNodes(server)));
  describeOnCitus('on two nodes over a Citus cluster', (server) => suite(() => onTwoNodes(server)));
}
