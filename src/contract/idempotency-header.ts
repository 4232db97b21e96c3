/** Under which key a request that creates is made; what it may be says the pattern `idempotencyKey`. */
export const idempotencyHeader = 'Idempotency-Key';
