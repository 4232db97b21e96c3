import type { Config } from '../../config/config';
import { type ClientRequest, checkClientRequest } from '../../identity/create-client';
import type { StoreConfig } from '../store-access/open-configured-store';
import { warnOfSite } from '../store-access/warn-of-site';
import { askStore, withCommands } from '../store-access/with-commands';
import { writeRecords } from '../terminal/write-records';

/**
 * `aside client create`: prints the client's id and secret as JSON, and nothing else, on standard output.
 * @throws ClientRefused, and what `withCommands` throws.
 */
export async function runClientCreate(
  config: StoreConfig & Pick<Config, 'sites'>,
  client: ClientRequest,
): Promise<void> {
  // Before any store is opened for a slip of the pen.
  const { sites } = checkClientRequest(client);
  await withCommands(config, async (ask) => {
    await writeRecords([await ask({ command: 'client create', client })]);
    for (const cloudId of sites) await warnOfSite(config, ask, cloudId);
  });
}

/** `aside client list`: one JSON text a line for each client, revoked ones too, the eldest first. */
export async function runClientList(config: StoreConfig): Promise<void> {
  await writeRecords([await askStore(config, { command: 'client list' })].flat());
}

/** `aside client revoke`: every node refuses the client and its tokens within a minute. */
export async function runClientRevoke(config: StoreConfig, id: string): Promise<void> {
  await writeRecords([await askStore(config, { command: 'client revoke', id })]);
}

/** `aside key rotate`. */
export async function runKeyRotate(config: StoreConfig, drop: boolean): Promise<void> {
  await writeRecords([await askStore(config, { command: 'key rotate', drop })]);
}
