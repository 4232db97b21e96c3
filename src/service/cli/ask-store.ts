import { handOver } from './hand-over';
import { nameOperator } from './name-operator';
import type { StoreConfig } from './open-configured-store';
import { UsageError } from './usage-error';

/**
 * What came of a command, carried out on the store itself or through the process that owns the data directory.
 * @throws UsageError with the reason of a refusal, and what `handOver` throws.
 */
export async function askStore(
  config: StoreConfig,
  request: { readonly command: string } & Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const answer = await handOver(config, { ...request, by: nameOperator() });
  if ('error' in answer) throw new UsageError(answer.error);
  return answer.result;
}
