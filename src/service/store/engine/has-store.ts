import { statSync } from 'node:fs';
import { engineDirectory } from './engine-directory';

/** Whether a store was made in this data directory. One that may not be looked into is there: opening it says why not. */
export function hasStore(dataDir: string): boolean {
  try {
    statSync(engineDirectory(dataDir));
    return true;
  } catch (error) {
    return Reflect.get(Object(error), 'code') !== 'ENOENT';
  }
}
