import { type AccessTokens, accessTokenIssuer } from './access-token';
import type { Caller } from './caller';
import type { IdentifyClient } from './client-caller';
import { type ForgeTrust, identifyForgeCaller, type Speaker } from './forge-caller';
import { forgeIssuer, type VerifyForgeToken } from './forge-token';
import { refuseToken } from './refuse-token';

/** The headers that say who asks. `accountId` is `Aside-Account-Id`, `speaksAs` `Aside-Speaks-As`; an empty one is not the same as none. */
export interface Credentials extends Speaker {
  readonly authorization: string | undefined;
}

const noForge = {
  field: 'token.iss',
  rule: 'is Forge, for which this service is not set up: ASIDE_FORGE_APP_IDS is empty',
};

export type Authenticate = (credentials: Credentials) => Promise<Caller>;

/**
 * Who asks, proved by the bearer token.
 * @throws AppError `unauthorized`, `caller_not_function`, `forbidden`, `invalid_request` or `unavailable`.
 */
export function createAuthenticate(by: {
  /** Null where no Forge app is configured. */
  readonly forge: { readonly verify: VerifyForgeToken; readonly trust: ForgeTrust } | null;
  readonly accessTokens: AccessTokens;
  readonly identifyClient: IdentifyClient;
}): Authenticate {
  return async ({ authorization, ...speaker }) => {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refuseToken();
    // The issuer is unproved here and only picks the check: each check holds its own issuer, algorithm and keys.
    const issuer = readIssuer(token);
    if (issuer === forgeIssuer && by.forge !== null) {
      return identifyForgeCaller(await by.forge.verify(token), speaker, by.forge.trust);
    }
    if (issuer === forgeIssuer) throw refuseToken(undefined, noForge);
    if (issuer !== accessTokenIssuer) throw refuseToken();
    return by.identifyClient(await by.accessTokens.verify(token));
  };
}

/** Of the claims as they stand; a token that the cache knows costs no more than this to tell. */
function readIssuer(token: string): unknown {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return Reflect.get(Object(claims), 'iss');
  } catch (error) {
    throw refuseToken(error);
  }
}
