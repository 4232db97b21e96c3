import type { TObject, TSchema } from 'typebox';
import type { ErrorWord } from './errors';
import type { Scope } from './scopes';

/** What a body may be sent as. The two text types carry raw UTF-8. */
export type MediaType = 'application/json' | 'text/plain' | 'text/markdown';

/** One operation of the conversation API. `path` is written as in the listing, with `{name}` for its parameters. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  /** Any one of these is enough. */
  readonly scopes: readonly Scope[];
  /**
   * `listing`: one of the seven original operations. Unknown members of its body and unknown query parameters are
   * ignored, as clients written for the original expect. `aside`: ours; there they are a 400.
   */
  readonly origin: 'listing' | 'aside';
  /** It takes an `Idempotency-Key`: it creates something, and the same key must not create it twice. */
  readonly idempotent?: true;
  /** It answers a page of messages, of `pageBytes` at most. Only so many are read at once: one too many is a 503. */
  readonly readsMessages?: true;
  /** Refusals that do not follow from the rest of the entry, for the OpenAPI document. */
  readonly refusals?: readonly ErrorWord[];
  readonly params: TObject;
  readonly query: TObject;
  readonly body?: Readonly<Partial<Record<MediaType, TSchema>>>;
  /** The one status of success and what comes with it; null is an empty body. */
  readonly reply: { readonly status: 200 | 201 | 204; readonly body: TSchema | null };
}
