import { StorageError } from './storage-error';

/** The result of a call of `@forge/kvs`, whose failures are all one to the app. @throws StorageError */
export async function reachStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new StorageError(error);
  }
}
