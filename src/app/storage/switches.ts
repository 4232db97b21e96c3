import kvs from '@forge/kvs';
import type { Switches } from '../definitions';
import { reachStorage } from './reach-storage';

export type { Switches };

const key = 'switches';

/** As it is before an administrator changes anything. */
export const everythingOn: Switches = {
  isOn: true,
  projectsOff: [],
  rulesMaySend: true,
  byPermission: false,
  peopleMayBegin: true,
  receipts: true,
  keepsDrafts: true,
};

/**
 * Who may send. Where nothing was ever saved, everyone may; where the storage does not answer, nobody knows, and a
 * sender has to wait.
 * @throws StorageError
 */
export async function loadSwitches(): Promise<Switches> {
  const saved = await reachStorage(() => kvs.get<Switches>(key));
  return saved === undefined ? everythingOn : { ...everythingOn, ...saved };
}

/** @throws StorageError */
export async function saveSwitches(switches: Switches): Promise<void> {
  await reachStorage(() => kvs.set(key, switches));
}
