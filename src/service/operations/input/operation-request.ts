import type { BodiesOf, ParamsOf, QueryOf, ReplyOf } from '../../../contract/described-operations';
import type { MediaType } from '../../../contract/operation';
import type { OperationName, Operations } from '../../../contract/operations';
import type { Creation, IdempotencyClaim, SendQuota } from '../../conversation/conversation-store';
import type { CountedAnswer } from '../../conversation/reaction-store';
import type { Caller } from '../../identity/caller';

/** A body as it came: parsed where it is JSON, the text itself where it is text. What it holds is yet to be checked. */
export interface RequestBody {
  readonly mediaType: MediaType;
  readonly value: unknown;
}

/** A request that was admitted: the caller is proved, path and query hold to the table, ids are in lower case. */
export interface OperationRequest<Name extends OperationName> {
  readonly caller: Caller;
  readonly params: ParamsOf<Name>;
  readonly query: QueryOf<Name>;
  readonly body: BodiesOf<Name> extends undefined ? null : RequestBody;
  /** Of an operation that takes an `Idempotency-Key`; null where none was sent. */
  readonly claim: IdempotencyClaim | null;
  /** Of an operation that sends; empty where it is not limited. */
  readonly quotas: readonly SendQuota[];
}

/** What a handler answers: the reply of the table, for one that creates under a key, how the creation went, and for one that is counted, what it came to. */
export type OperationAnswer<Name extends OperationName> = Operations[Name] extends { readonly idempotent: true }
  ? Creation<ReplyOf<Name>>
  : Operations[Name] extends { readonly counted: true }
    ? CountedAnswer
    : ReplyOf<Name>;

/** One handler for every operation of the table: a missing one does not compile. */
export type Handlers = {
  readonly [Name in OperationName]: (request: OperationRequest<Name>) => Promise<OperationAnswer<Name>>;
};
