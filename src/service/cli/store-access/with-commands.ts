import { DirectoryLocked } from '../../data-directory/lock-data-directory';
import { answerCommand } from '../answers/answer-command';
import { type CommandRequest, handOver } from './hand-over';
import { openExistingStore, type StoreConfig } from './open-configured-store';

export type AskCommand = (request: CommandRequest) => Promise<unknown>;

/**
 * One command, or many after each other: on the store, opened once for all of them, or each through the process that
 * owns the data directory. Should that one end meanwhile, the rest is done here.
 * @throws what `handOver` and `openExistingStore` throw.
 */
export async function withCommands<Result>(
  config: StoreConfig,
  work: (ask: AskCommand) => Promise<Result>,
): Promise<Result> {
  const opened = await openExistingStore(config).catch((error: unknown) => {
    if (error instanceof DirectoryLocked) return null;
    throw error;
  });
  if (!opened) return work((request) => handOver(request, (named) => answerAlone(config, named)));
  try {
    return await work((request) => handOver(request, (named) => answerCommand(opened.store, named)));
  } finally {
    await opened.close();
  }
}

/** A single command. @throws as `withCommands`. */
export function askStore(config: StoreConfig, request: CommandRequest): Promise<unknown> {
  return withCommands(config, (ask) => ask(request));
}

async function answerAlone(config: StoreConfig, request: CommandRequest) {
  const opened = await openExistingStore(config);
  try {
    return await answerCommand(opened.store, request);
  } finally {
    await opened.close();
  }
}
