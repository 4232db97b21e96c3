import type { KeptMap } from '../../clock/kept-map';

/** Where the app's remote is, as an administrator set it. */
export interface RemoteSetting {
  /** Without a slash at its end; null is not set. */
  endpoint(): string | null;
  /** @returns why the platform does not take it; null where it does. */
  set(endpoint: unknown): string | null;
}

/**
 * At first the address that the room was opened with, so that everything works at once. That one is not kept as an address: at the next
 * start it may have another port.
 * @param own that address.
 */
export function openRemoteSetting(kept: KeptMap<{ endpoint: string | null }>, own: string): RemoteSetting {
  const key = 'remote';
  return {
    endpoint: () => {
      const set = kept.get(key);
      return set === undefined ? own : set.endpoint;
    },
    set: (endpoint) => {
      const address = endpoint === null ? null : readAddress(endpoint);
      if (address === undefined) return 'An address is the beginning of a URL: https://conversations.example.com';
      kept.write([key, address !== null && isSame(address, own) ? undefined : { endpoint: address }]);
      return null;
    },
  };
}

/** Undefined for what is no address. */
function readAddress(text: unknown): string | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined;
  const { protocol, username, search, hash, href } = new URL(text);
  const isPlain = username === '' && search === '' && hash === '';
  return /^https?:$/.test(protocol) && isPlain ? href.replace(/\/+$/, '') : undefined;
}

function isSame(address: string, own: string): boolean {
  return address === own || address === own.replace('127.0.0.1', 'localhost');
}
