import { readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { identifyProcess, type ProcessIdentity } from './process-identity';

/** Who owns a data directory. */
export interface Owner extends ProcessIdentity {
  readonly host: string;
  /**
   * Processes see each other within one: the machine, and on Linux the PID namespace, since containers have one each.
   * Null in a lock of a version that did not tell.
   */
  readonly space: string | null;
}

export async function describeThisProcess(): Promise<Owner> {
  const host = hostname();
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return { ...(await identifyProcess(process.pid)), host, space: `${host} ${namespace}` };
}
