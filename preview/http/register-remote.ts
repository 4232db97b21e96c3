import type { FastifyInstance } from 'fastify';
import type { RemoteSetting } from '../../platform/forge/remotes/remote-setting';
import type { RemoteAddressState } from '../wire/wire';
import { readAdmin, refusal } from './identify-person';

/** The address of the app's remote: anyone may read it, an administrator sets it, as `permissions.remote` of @forge/bridge. */
export function registerRemote(server: FastifyInstance, key: string | undefined, remote: RemoteSetting): void {
  if (key === undefined) return;
  const read = (): RemoteAddressState => ({ key, endpoint: remote.endpoint() });
  server.get('/preview/remote', async () => read());
  server.put<{ Body: { endpoint?: unknown } | null }>('/preview/remote', async (request) => {
    readAdmin(request);
    const endpoint = request.body?.endpoint;
    if (endpoint === undefined) throw refusal(400, 'The body has to name an endpoint; null takes it away.');
    const reason = remote.set(endpoint);
    if (reason !== null) throw refusal(422, reason);
    return read();
  });
}
