import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

/** The least that a request can cost: the framework of the service, which answers a few bytes and does nothing else. */
export async function serveEmpty(): Promise<void> {
  const app = fastify();
  app.get('/', async () => ({ status: 'ok' }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.((app.server.address() as AddressInfo).port);
  process.on('disconnect', () => process.exit());
}
