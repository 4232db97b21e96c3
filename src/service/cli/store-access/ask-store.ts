import type { ControlAnswer } from '../../data-directory/control-message';
import { answerCommand } from '../answers/answer-command';
import { nameOperator } from '../terminal/name-operator';
import { UsageError } from '../terminal/usage-error';
import { handOver } from './hand-over';
import { openExistingStore, type StoreConfig } from './open-configured-store';

/**
 * What came of a command, carried out on the store itself or through the process that owns the data directory.
 * @throws UsageError with the reason of a refusal, and what `handOver` and `openExistingStore` throw.
 */
export async function askStore(
  config: StoreConfig,
  request: { readonly command: string } & Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const named = { ...request, by: nameOperator() };
  const answer = await handOver(named, () => answerHere(config, named));
  if ('error' in answer) throw new UsageError(answer.error);
  return answer.result;
}

async function answerHere(config: StoreConfig, request: unknown): Promise<ControlAnswer> {
  const opened = await openExistingStore(config);
  try {
    return await answerCommand(opened.store, request);
  } finally {
    await opened.close();
  }
}
