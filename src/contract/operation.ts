import type { TObject, TSchema } from 'typebox';
import type { ErrorWord } from './errors';
import type { Scope } from './scopes';

/** What a body may be sent as. The two text types carry raw UTF-8. */
export type MediaType = 'application/json' | 'text/plain' | 'text/markdown';

/** Under which key a request that creates is made; what it may be says the pattern `idempotencyKey`. */
export const idempotencyHeader = 'Idempotency-Key';

/** One operation of the conversation API, as far as calling it goes. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in the listing, with `{name}` for its parameters. */
  readonly path: string;
  /** The one status of success. A 204 comes without a body. */
  readonly status: 200 | 201 | 204;
  /** Any one of these is enough. */
  readonly scopes: readonly Scope[];
  /** It takes an `Idempotency-Key`: it creates something, and the same key must not create it twice. */
  readonly idempotent?: true;
  /** It creates nothing under a key, and counts as a send all the same. */
  readonly counted?: true;
}

/** What is added to an operation: what its requests hold to, what it answers, and what the OpenAPI document tells. */
export interface Description {
  /** The name of the operation in the OpenAPI document: that of the listing, or formed as those are. */
  readonly operationId: string;
  readonly summary: string;
  /**
   * `listing`: one of the seven original operations. Unknown members of its body and unknown query parameters are
   * ignored, as clients written for the original expect. In all others they are a 400.
   */
  readonly origin?: 'listing';
  /** It answers a page of messages, of `pageBytes` at most. Only so many are read at once: one too many is a 503. */
  readonly readsMessages?: true;
  /** Refusals that do not follow from the rest, for the OpenAPI document. */
  readonly refusals?: readonly ErrorWord[];
  readonly query?: TObject;
  readonly body?: Readonly<Partial<Record<MediaType, TSchema>>>;
  /** What comes with a 200 or 201. */
  readonly reply?: TSchema;
}

/** An operation with all that is known of it. */
export interface DescribedOperation extends Operation, Omit<Description, 'origin' | 'reply'> {
  readonly origin: 'listing' | 'aside';
  readonly params: TObject;
  readonly query: TObject;
  /** Null where the body is empty. */
  readonly reply: TSchema | null;
}
