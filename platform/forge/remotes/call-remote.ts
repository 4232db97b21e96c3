import { decodeJwt } from 'jose';
import type { Ending } from '../../happenings/happenings';
import type { RuleBook } from '../../rules/rules';
import type { ForgeRequestInit, ForgeTarget } from '../functions/forge-globals';
import { currentInvocation } from '../functions/invocation';
import type { TokenSigner } from './sign-invocation-token';

/** The platform ends a call to a remote after 25 s. */
const timeLimit = 25_000;

/** What carries a request to the remote; `fetch` fits. */
export type Transport = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Headers;
    readonly redirect: 'manual';
    readonly body?: string;
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

export interface RemoteAddress {
  readonly remoteKeys: readonly string[];
  /** Without a slash at its end; null while no administrator has set one. */
  readonly endpoint: () => string | null;
  readonly signer: TokenSigner;
  readonly transport: Transport;
  readonly rules: RuleBook;
}

/**
 * A function's request to the remote, with the token that the platform adds. Without an address the platform refuses
 * the call (INVALID_REMOTE, on which @forge/api throws); a service that is away is a network failure; redirects are
 * not followed (DAC/remote/essentials).
 */
export async function callRemote(
  address: RemoteAddress,
  target: ForgeTarget,
  path: string,
  init: ForgeRequestInit = {},
  note: (ending: Ending) => void = () => {},
): Promise<Response> {
  const invocation = currentInvocation();
  const endpoint = address.endpoint();
  if (endpoint === null || !address.remoteKeys.includes(target.remote ?? '')) return refuse(400, 'INVALID_REMOTE');
  if (!invocation.remoteCalls.take() && address.rules.hold('remote-calls-are-limited')) {
    return refuse(429, 'REQUEST_LIMIT_EXCEEDED');
  }
  const token = await address.signer.sign({ key: invocation.moduleKey, type: invocation.moduleType });
  note({ detail: { token: decodeJwt(token) } });
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  headers.set('x-b3-traceid', invocation.traceId);
  headers.set('x-b3-spanid', invocation.traceId.slice(0, 16));
  return address.transport(endpoint + (path.startsWith('/') ? path : `/${path}`), {
    method: init.method ?? 'GET',
    headers,
    redirect: 'manual',
    ...(init.body === undefined || init.body === null ? {} : { body: init.body }),
    signal: AbortSignal.timeout(timeLimit),
  });
}

/** @forge/api throws on the header (out/api/fetch.js, FORGE_PROXY_ERROR_HEADER). */
function refuse(status: number, code: string): Response {
  return new Response(null, { status, headers: { 'forge-proxy-error': code } });
}
