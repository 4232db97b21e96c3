import type { ReplyOf } from '../../contract/described-operations';
import type { Operation } from '../../contract/operation';
import { type OperationName, operations } from '../../contract/operations';
import type { Creation, SendAnswer, SendCount } from '../conversation/conversation-store';
import type { CountedAnswer } from '../conversation/reaction-store';
import { answerCreation, refuseLimited } from './answer-creation';
import type { Handlers, OperationRequest } from './input/operation-request';

/** How an operation went, in the contract's words. */
export interface Performed<Name extends OperationName> {
  /** The table's status of success. */
  readonly status: Operation['status'];
  readonly value: ReplyOf<Name>;
  /** Whether an earlier request under the same key has done it. */
  readonly isReplayed: boolean;
}

/**
 * Does one operation for a caller who was admitted, however they came in.
 * @param onCount told before the answer what a send, or what counts as one, came to under each of its quotas, and whether that was too many
 * @throws AppError with a word of the contract; whatever is no refusal as it came
 */
export async function performOperation<Name extends OperationName>(
  handlers: Pick<Handlers, Name>,
  name: Name,
  request: OperationRequest<Name>,
  onCount: (counts: readonly SendCount[], isTooMany: boolean) => void = () => undefined,
): Promise<Performed<Name>> {
  const { status, idempotent, counted }: Operation = operations[name];
  // A handler takes and answers what the table says of its own operation, which the compiler cannot follow from a name.
  const handle = handlers[name] as (request: unknown) => Promise<unknown>;
  const answer = await handle(request);
  if (counted) {
    const { counts, outcome } = answer as CountedAnswer;
    onCount(counts, outcome === 'limited');
    if (outcome === 'limited') throw refuseLimited();
    return { status, value: undefined as ReplyOf<Name>, isReplayed: false };
  }
  if (!idempotent) return { status, value: answer as ReplyOf<Name>, isReplayed: false };
  const { counts, outcome } = answer as SendAnswer;
  if (counts !== undefined) onCount(counts, outcome === 'limited');
  return { status, ...answerCreation(answer as Creation<ReplyOf<Name>>) };
}
