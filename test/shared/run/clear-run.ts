import { rm } from 'node:fs/promises';
import { removeSharedServer } from '../postgres/shared-server';
import { runDirectoryVariable } from './make-once';

/** After the last suite. */
export default async function clearRun(): Promise<void> {
  await removeSharedServer();
  const directory = process.env[runDirectoryVariable];
  if (directory) await rm(directory, { recursive: true, force: true });
}
