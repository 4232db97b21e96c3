import { deleteKeys, walkDeliveries } from './delivery-keys';

/** Whom the lines of the delivery log name, each once: accounts, and places such as `assignee`. @throws StorageError */
export async function listReceivers(): Promise<string[]> {
  const receivers = new Set<string>();
  for await (const { to, account } of walkDeliveries()) {
    for (const id of [to, account]) if (typeof id === 'string') receivers.add(id);
  }
  return [...receivers];
}

/** Takes out every line to one of these accounts, or of their rules, for good. @throws StorageError */
export async function forgetReceivers(accountIds: ReadonlySet<string>): Promise<void> {
  if (accountIds.size === 0) return;
  const keys: string[] = [];
  for await (const { key, to, account } of walkDeliveries()) {
    if ([to, account].some((id) => typeof id === 'string' && accountIds.has(id))) keys.push(key);
  }
  await deleteKeys(keys);
}
