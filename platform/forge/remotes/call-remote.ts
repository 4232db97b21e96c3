import { setTimeout as wait } from 'node:timers/promises';
import type { ForgeRequestInit, ForgeTarget } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import type { TokenSigner } from './sign-invocation-token';

/** The platform ends a call to a remote after 25 s. */
const timeLimit = 25_000;

export interface RemoteAddress {
  readonly remoteKeys: readonly string[];
  /** Without a slash at its end; null while no administrator has set one. */
  readonly endpoint: () => string | null;
  readonly signer: TokenSigner;
}

/**
 * A function's request to the remote, with the token that the platform adds. Without an address the platform refuses
 * the call (INVALID_REMOTE, on which @forge/api throws); a service that is away is a network failure; redirects are
 * not followed (forge.md: remote requests).
 */
export async function callRemote(
  address: RemoteAddress,
  target: ForgeTarget,
  path: string,
  init: ForgeRequestInit = {},
): Promise<Response> {
  const invocation = currentInvocation();
  const endpoint = invocation.serviceMode === 'not-set' ? null : address.endpoint();
  if (endpoint === null || !address.remoteKeys.includes(target.remote ?? '')) {
    return new Response(null, { status: 400, headers: { 'forge-proxy-error': 'INVALID_REMOTE' } });
  }
  if (invocation.serviceMode === 'away') throw new TypeError('fetch failed');
  if (invocation.serviceMode === 'slow') await wait(2_000);
  const headers = new Headers(init.headers);
  const token = await address.signer.sign({ key: invocation.moduleKey, type: invocation.moduleType });
  headers.set('authorization', `Bearer ${token}`);
  headers.set('x-b3-traceid', invocation.traceId);
  headers.set('x-b3-spanid', invocation.traceId.slice(0, 16));
  const request: RequestInit = { method: init.method ?? 'GET', headers, redirect: 'manual' };
  if (init.body !== undefined && init.body !== null) request.body = init.body;
  return fetch(endpoint + (path.startsWith('/') ? path : `/${path}`), {
    ...request,
    signal: AbortSignal.timeout(timeLimit),
  });
}
