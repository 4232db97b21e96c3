import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../clock/clock';

/** What a token says, in the form that @forge/realtime 1.0 reads (out/utils.js). */
export interface RealtimeToken {
  readonly channel: { readonly name: string };
  readonly claims: unknown;
  /** Absent is all. */
  readonly permissions?: readonly string[];
  /** Seconds since the epoch. */
  readonly exp: number;
}

export interface RealtimeTokens {
  sign(channel: string, claims: unknown, permissions?: readonly string[]): Promise<{ jwt: string; expiresAt: number }>;
  /** Null for one that is not ours, not for this channel, too old, or does not allow this. */
  read(jwt: string, channel: string, permission: 'subscribe' | 'publish'): Promise<RealtimeToken | null>;
}

const lifetime = 15 * 60;

/** Tokens of this start: after another one the app has to sign new ones. */
export function createRealtimeTokens(clock: Clock): RealtimeTokens {
  const secret = randomBytes(32);
  return {
    sign: async (channel, claims, permissions) => {
      const issuedAt = Math.floor(clock.now() / 1_000);
      const expiresAt = issuedAt + lifetime;
      const payload = { channel: { name: channel }, claims, ...(permissions ? { permissions } : {}) };
      const token = new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
      return { jwt: await token.setIssuedAt(issuedAt).setExpirationTime(expiresAt).sign(secret), expiresAt };
    },
    read: async (jwt, channel, permission) => {
      try {
        const options = { algorithms: ['HS256'], currentDate: new Date(clock.now()) };
        const { payload } = await jwtVerify<RealtimeToken>(jwt, secret, options);
        const mayDo = payload.permissions?.includes(permission) ?? true;
        return payload.channel.name === channel && mayDo ? payload : null;
      } catch {
        return null;
      }
    },
  };
}
