import type { Call, Command } from './call';
import type { RemoteAddress } from './view-host';

/** `permissions.remote.get`: those asked for, or all. */
async function readRemotes({ data, host }: Call): Promise<object> {
  const keys = Array.isArray(data['keys']) ? (data['keys'] as unknown[]) : null;
  const remotes = await host.readRemotes();
  return { results: remotes.filter((remote) => keys === null || keys.includes(remote.key)) };
}

async function setRemotes({ data, host }: Call): Promise<void> {
  const remotes = Array.isArray(data['remotes']) ? (data['remotes'] as RemoteAddress[]) : [];
  await host.setRemotes(
    remotes.map(({ key, configured }) => {
      const endpoint = configured?.endpoint ?? null;
      if (endpoint !== null && !isWebAddress(endpoint)) throw new Error(`Not an address: ${String(endpoint)}`);
      return { key: String(key), configured: { endpoint } };
    }),
  );
}

/** The platform wants https. The preview also takes http, since the service beside it has no certificate. */
function isWebAddress(address: unknown): boolean {
  if (typeof address !== 'string') return false;
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** `permissions` of @forge/bridge, as far as the app can use it: it declares no groups of egress. */
export const permissionCommands: Readonly<Record<string, Command>> = {
  __permission__remoteGet: readRemotes,
  __permission__remoteSet: setRemotes,
};
