import { deleteKeys, walkDeliveries } from './delivery-keys';

/** To whom the lines of the delivery log are, each once: accounts, and places such as `assignee`. @throws StorageError */
export async function listReceivers(): Promise<string[]> {
  const receivers = new Set<string>();
  for await (const { to } of walkDeliveries()) if (typeof to === 'string') receivers.add(to);
  return [...receivers];
}

/** Takes out every line to one of these accounts, for good. @throws StorageError */
export async function forgetReceivers(accountIds: ReadonlySet<string>): Promise<void> {
  if (accountIds.size === 0) return;
  const keys: string[] = [];
  for await (const { key, to } of walkDeliveries()) if (typeof to === 'string' && accountIds.has(to)) keys.push(key);
  await deleteKeys(keys);
}
