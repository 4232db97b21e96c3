import { type Static, Type } from 'typebox';

/** Every word that `error` may hold in a refusal of the API, and its HTTP status. The only such table. */
export const errorStatus = {
  invalid_request: 400,
  unauthorized: 401,
  scope_missing: 401,
  forbidden: 403,
  caller_not_function: 403,
  blocked: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorWord = keyof typeof errorStatus;

/** Which field of a request broke which rule. `field` is `query.limit`, `path.cloudId`, `header.Idempotency-Key` or, in a body, `body` and a JSON pointer. */
export const ErrorDetail = Type.Object({ field: Type.String(), rule: Type.String() });

/** The one shape of every refusal, except those of `/oauth/token`, which follow RFC 6749 section 5.2. */
export const ErrorBody = Type.Object({
  statusCode: Type.Integer(),
  code: Type.Integer({ description: 'Equal to statusCode, as the original gateway had it' }),
  error: Type.String({ description: 'A word to program against' }),
  message: Type.String({ description: 'A sentence for people' }),
  requestId: Type.String(),
  details: Type.Optional(Type.Array(ErrorDetail)),
});

export type ErrorDetail = Static<typeof ErrorDetail>;
export type ErrorBody = Static<typeof ErrorBody>;
