import type { VirtualClock } from './virtual-clock';

export interface Published {
  readonly channel: string;
  readonly payload: unknown;
  readonly isGlobal: boolean;
  /** What the token says of the receiver; null without one. */
  readonly claims: unknown;
}

interface Claims {
  readonly claims: unknown;
}

interface Variables {
  readonly name?: string;
  readonly payload?: string;
  readonly isGlobal?: boolean;
  readonly token?: string;
  readonly channelName?: string;
  readonly claims?: unknown;
  readonly permissions?: readonly string[];
}

/** Seconds for which a token is good. */
const lifetime = 900;

/** Forge Realtime behind the real `@forge/realtime` 1.0 (out/publish.js, signRealtimeToken.js). Tokens are not signed here. */
export class FakeRealtime {
  readonly published: Published[] = [];
  readonly signed: { readonly claims: unknown; readonly permissions: readonly string[] }[] = [];
  /** Answers everything with this status. */
  failsWith: number | null = null;

  constructor(readonly clock: VirtualClock) {}

  answer(body: unknown): Response {
    if (this.failsWith !== null) {
      return new Response(null, {
        status: this.failsWith,
        statusText: this.failsWith === 429 ? 'Too Many Requests' : 'Away',
      });
    }
    const { query, variables } = JSON.parse(String(body)) as { query: string; variables: Variables };
    return query.includes('signRealtimeToken') ? this.#sign(variables) : this.#publish(variables);
  }

  #sign({ channelName, claims, permissions = [] }: Variables): Response {
    this.signed.push({ claims, permissions });
    const expiresAt = Math.floor(this.clock.now() / 1000) + lifetime;
    const payload = { channel: { name: channelName }, claims, permissions, exp: expiresAt };
    const jwt = `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.unsigned`;
    const signRealtimeToken = { forgeRealtimeToken: { jwt, expiresAt }, success: true, errors: null };
    return Response.json({ data: { ecosystem: { signRealtimeToken } } });
  }

  #publish({ name = '', payload = 'null', isGlobal = false, token }: Variables): Response {
    const claims = token === undefined ? null : readClaims(token);
    this.published.push({ channel: name, payload: JSON.parse(payload), isGlobal, claims });
    const publishRealtimeChannel = { eventId: String(this.published.length), eventTimestamp: String(this.clock.now()) };
    return Response.json({ data: { ecosystem: { publishRealtimeChannel } } });
  }
}

function readClaims(token: string): unknown {
  return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims).claims;
}
