import { setTimeout as wait } from 'node:timers/promises';
import { askOwner } from '../data-directory/ask-owner';
import type { ControlAnswer } from '../data-directory/control-message';
import { DirectoryLocked } from '../data-directory/lock-data-directory';
import { answerCommand } from './answer-command';
import { openConfiguredStore, type StoreConfig } from './open-configured-store';

/** An owner that starts is there before it listens, in ms. */
const patience = 15_000;

/**
 * Has a command carried out: here, where the store is on a server or its directory is free; else by the process that
 * owns the directory.
 * @throws DirectoryLocked when the owner takes no commands; MigrationError, StoreUnavailable.
 */
export async function handOver(config: StoreConfig, request: unknown): Promise<ControlAnswer> {
  for (const deadline = Date.now() + patience; ; await wait(200)) {
    try {
      return await answerHere(config, request);
    } catch (error) {
      if (!(error instanceof DirectoryLocked)) throw error;
      const answer = await askOwner(error.directory, request);
      if (answer) return answer;
      if (Date.now() > deadline) throw error;
    }
  }
}

async function answerHere(config: StoreConfig, request: unknown): Promise<ControlAnswer> {
  const opened = await openConfiguredStore(config);
  try {
    return await answerCommand(opened.store, request);
  } finally {
    await opened.close();
  }
}
