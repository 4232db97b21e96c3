import { type Relay as NetworkRelay, startRelay as startNetworkRelay } from '../network/relay';

/**
 * What stands between the service and its server. `deaf`: what the server answers is not passed on; `deaf-at-commit`:
 * from the next commit on.
 */
export interface Relay extends Pick<NetworkRelay, 'judge' | 'moveTo' | 'cut' | 'close'> {
  /** The URL of the database, by way of this relay. */
  readonly url: string;
  pass(mode: 'all' | 'deaf' | 'deaf-at-commit'): void;
}

/** A network that can fail, in front of the database of this URL. */
export async function startRelay(databaseUrl: string): Promise<Relay> {
  const { hostname, port } = new URL(databaseUrl);
  const relay = await startNetworkRelay({ hostname, port: Number(port || 5432) });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = `${relay.port}`;
  return {
    ...relay,
    url: url.href,
    pass: (mode) => {
      let isDeaf = mode === 'deaf';
      relay.judge((bytes, way) => {
        if (mode === 'deaf-at-commit' && way === 'there' && isCommit(bytes)) isDeaf = true;
        return way === 'back' && isDeaf ? 'lose' : 'pass';
      });
    },
  };
}

/** Whether a client of PostgreSQL asks for a commit here, as a simple query. */
export function isCommit(bytes: Buffer): boolean {
  return bytes.includes('commit\0');
}
