import { type Static, Type } from 'typebox';

/** Which field of a request broke which rule. `field` is `query.limit`, `path.cloudId`, `header.Idempotency-Key` in a body `body` and a JSON pointer, or of a token `token.aud`. */
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
