import type { ForgeRequestInit } from '../functions/forge-globals';

/** The parsed JSON of a function's request; undefined without a body. */
export function parseBody({ body }: ForgeRequestInit): unknown {
  return typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
}
