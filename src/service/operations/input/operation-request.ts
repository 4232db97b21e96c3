import type { MediaType } from '../../../contract/operation';
import type { OperationId, Operations, ParamsOf, QueryOf, ReplyOf } from '../../../contract/operations';
import type { Creation, IdempotencyClaim, SendQuota } from '../../conversation/conversation-store';
import type { Caller } from '../../identity/caller';

/** A body as it came: parsed where it is JSON, the text itself where it is text. What it holds is yet to be checked. */
export interface RequestBody {
  readonly mediaType: MediaType;
  readonly value: unknown;
}

/** A request that was admitted: the caller is proved, path and query hold to the table, ids are in lower case. */
export interface OperationRequest<Id extends OperationId> {
  readonly caller: Caller;
  readonly params: ParamsOf<Id>;
  readonly query: QueryOf<Id>;
  readonly body: Operations[Id] extends { readonly body: object } ? RequestBody : null;
  /** Of an operation that takes an `Idempotency-Key`; null where none was sent. */
  readonly claim: IdempotencyClaim | null;
  /** Of an operation that sends; null where it is not limited. */
  readonly quota: SendQuota | null;
}

/** What a handler answers: the reply of the table, or for one that creates under a key, how the creation went. */
export type OperationAnswer<Id extends OperationId> = Operations[Id] extends { readonly idempotent: true }
  ? Creation<ReplyOf<Id>>
  : ReplyOf<Id>;

/** One handler for every operation of the table: a missing one does not compile. */
export type Handlers = {
  readonly [Id in OperationId]: (request: OperationRequest<Id>) => Promise<OperationAnswer<Id>>;
};
