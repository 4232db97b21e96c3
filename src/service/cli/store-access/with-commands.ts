import { DirectoryLocked } from '../../data-directory/lock-data-directory';
import { answerCommand } from '../answers/answer-command';
import { nameOperator } from '../terminal/name-operator';
import { UsageError } from '../terminal/usage-error';
import { askStore } from './ask-store';
import { openExistingStore, type StoreConfig } from './open-configured-store';

export type AskCommand = (
  request: { readonly command: string } & Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/**
 * Many commands after each other: on the store, opened once for all of them, or each through the process that owns the
 * data directory. Should that one end meanwhile, the rest is done here.
 * @throws UsageError with the reason of a refusal, and what `askStore` throws.
 */
export async function withCommands<Result>(
  config: StoreConfig,
  work: (ask: AskCommand) => Promise<Result>,
): Promise<Result> {
  const opened = await openExistingStore(config).catch((error: unknown) => {
    if (error instanceof DirectoryLocked) return null;
    throw error;
  });
  if (!opened) return work((request) => askStore(config, request));
  try {
    return await work(async (request) => {
      const answer = await answerCommand(opened.store, { ...request, by: nameOperator() });
      if ('error' in answer) throw new UsageError(answer.error);
      return answer.result;
    });
  } finally {
    await opened.close();
  }
}
