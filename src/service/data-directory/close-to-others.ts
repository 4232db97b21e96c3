import { chmod, readdir, stat } from 'node:fs/promises';

/** All that the service ever makes in its directory: locks and their drafts, the socket for commands, the engine's own. */
const ownNames = /^(owner\.\d{1,15}|\.owner-[0-9a-f-]{36}|control\.sock|pglite)$/;

/** What its group and everybody else may do. */
const ofOthers = 0o077;

/**
 * Takes from everyone but its user what they may do in the directory, which makes nothing in it to be reached by them. One
 * that holds other things, too, may be meant for others: it is left as it is.
 * @throws Error with the reason, where it stays open; that of the system, where it is not this user's.
 */
export async function closeToOthers(directory: string): Promise<void> {
  // Windows has no such modes.
  if (process.platform === 'win32') return;
  const mode = (await stat(directory)).mode & 0o7777;
  if ((mode & ofOthers) === 0) return;
  const shown = `its mode is ${mode.toString(8).padStart(4, '0')}, so that others may reach the messages`;
  const alien = (await readdir(directory)).find((name) => !ownNames.test(name));
  if (alien !== undefined) {
    throw new Error(
      `${shown}, and it holds "${alien}", which is not the service's. Make it 0700, or name one below it`,
    );
  }
  await chmod(directory, 0o700).catch((error: unknown) => {
    const reason = Reflect.get(Object(error), 'code');
    throw new Error(`${shown}, and this user may not change that (${reason}). Make it 0700, or name one below it`, {
      cause: error,
    });
  });
}
