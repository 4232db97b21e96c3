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
