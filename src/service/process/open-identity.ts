import type { Config } from '../config/config';
import { createAccessTokens, type VerifiedToken } from '../identity/access-token';
import { type Authenticate, createAuthenticate } from '../identity/authenticate';
import { createClientIdentifier } from '../identity/client-caller';
import type { ClientRegistry } from '../identity/client-registry';
import { createRefusalCount } from '../identity/count-refusals';
import { createClientFinder } from '../identity/find-client';
import type { ForgeTrust } from '../identity/forge-caller';
import { createForgeKeys } from '../identity/forge-keys';
import { createForgeVerifier, type ForgeClaims, type VerifyForgeToken } from '../identity/forge-token';
import type { TokenGranting } from '../identity/grant-token';
import { createKeyRing } from '../identity/key-ring';
import type { KeyRegistry } from '../identity/signing-key';
import { TokenCache } from '../identity/token-cache';
import type { Metrics } from '../telemetry/metrics';

/** Verified tokens that are remembered, of each kind. */
const remembered = 10_000;

interface IdentityOptions {
  readonly config: Pick<Config, 'forgeAppIds' | 'forgeKeysUrl' | 'forgeBrowserTokens' | 'forgeTokens' | 'sites'>;
  readonly registry: ClientRegistry & KeyRegistry;
  readonly now: () => Date;
  readonly metrics: Pick<Metrics, 'watchTokens' | 'countUnnamed'> | null;
  /** Milliseconds for which clients and keys are remembered; 30 s where it is absent. */
  readonly refreshAfter?: number | undefined;
  /** Told when the keys of Forge could not be read, once for each try. */
  readonly onKeysUnread: (error: unknown) => void;
}

/** Who asks, and who is given a token. The key of access tokens is made here where there is none. @throws StoreUnavailable */
export async function openIdentity(
  options: IdentityOptions,
): Promise<{ readonly authenticate: Authenticate; readonly granting: TokenGranting }> {
  const { registry, now, metrics, refreshAfter } = options;
  const ring = createKeyRing(registry, now, refreshAfter);
  await ring.current();
  const verified = new TokenCache<VerifiedToken>(remembered);
  metrics?.watchTokens('aside', verified);
  const accessTokens = createAccessTokens(ring, now, verified);
  const readClient = createClientFinder(registry, now, refreshAfter);
  return {
    authenticate: createAuthenticate({
      forge: trustForge(options),
      accessTokens,
      identifyClient: createClientIdentifier(readClient),
    }),
    granting: { readClient, accessTokens, countRefusal: createRefusalCount(now) },
  };
}

function trustForge({
  config,
  now,
  metrics,
  onKeysUnread,
}: IdentityOptions): { verify: VerifyForgeToken; trust: ForgeTrust } | null {
  const { forgeAppIds: appIds, forgeKeysUrl: keysUrl, forgeBrowserTokens: browserTokens, sites } = config;
  if (appIds.length === 0) return null;
  const verified = new TokenCache<ForgeClaims>(remembered);
  metrics?.watchTokens('forge', verified);
  const findKey = createForgeKeys(keysUrl, now, onKeysUnread);
  const onUnnamed = () => metrics?.countUnnamed();
  return {
    verify: createForgeVerifier({ findKey, appIds, limits: config.forgeTokens, now, verified }),
    trust: { sites, browserTokens, onUnnamed },
  };
}
