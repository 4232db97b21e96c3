import { permissions } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** The remote's key in the manifest. */
const remoteKey = 'conversation-api';

/** `undefined` before it was read, null for none, `unread` where the platform did not say. */
export type Address = string | null | undefined | { readonly unread: true };

/** The service's address as the platform keeps it. Setting it lets Atlassian ask the administrator, and rejects with its reason. */
export function useAddress(): [Address, (endpoint: string | null) => Promise<void>] {
  const [address, setAddress] = useState<Address>(undefined);
  useEffect(() => {
    permissions.remote
      .get({ keys: [remoteKey] })
      .then(({ results }) => setAddress(results.find(({ key }) => key === remoteKey)?.configured?.endpoint ?? null))
      .catch(() => setAddress({ unread: true }));
  }, []);
  const change = async (endpoint: string | null) => {
    await permissions.remote.set({ remotes: [{ key: remoteKey, configured: { endpoint } }] });
    setAddress(endpoint);
  };
  return [address, change];
}
