import {
  type Cluster,
  killServer,
  listServerPids,
  readServerPid,
  removeCluster,
  signalServer,
  startCluster,
  startServer,
  stopServer,
} from './cluster';
import { createDatabaseOn } from './create-database';

/** A PostgreSQL server of a test's own, which it may stop and start. */
export interface PrivateServer {
  /** A new, empty database; resolves with its URL. */
  createDatabase(): Promise<string>;
  /** `immediate` is the end without a farewell, as in a crash. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  /** Kills all of its processes. Resolves when they are gone. */
  kill(): Promise<void>;
  /** Stops all of its processes where they are, or lets them go on. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** On the same port, with what was committed before. Resolves when it answers. */
  start(): Promise<void>;
  /** Of the process that started all others of the server. */
  findPid(): Promise<number>;
  /** Of all its processes, that one first. */
  listPids(): Promise<readonly number[]>;
  /** Stops it and removes all that it kept. */
  remove(): Promise<void>;
}

/** It keeps its promises: fsync is on. */
export async function startPrivateServer(binaries: string): Promise<PrivateServer> {
  const cluster: Cluster = await startCluster(binaries, '-c max_connections=100');
  return {
    createDatabase: () => createDatabaseOn(cluster.url),
    start: () => startServer(cluster),
    stop: (mode) => stopServer(cluster, mode),
    kill: () => killServer(cluster),
    freeze: async () => void (await signalServer(cluster, 'SIGSTOP')),
    thaw: async () => void (await signalServer(cluster, 'SIGCONT')),
    findPid: () => readServerPid(cluster),
    listPids: () => listServerPids(cluster),
    remove: () => removeCluster(cluster),
  };
}
