import type { Config } from '../config';
import type { Metrics } from '../telemetry/metrics';
import { createAccessTokens, type VerifiedToken } from './access-token';
import { type Authenticate, createAuthenticate } from './authenticate';
import { BoundedCache } from './bounded-cache';
import { createClientIdentifier } from './client-caller';
import type { ClientRegistry } from './client-registry';
import type { ForgeTrust } from './forge-caller';
import { createForgeVerifier, type ForgeClaims, type VerifyForgeToken } from './forge-token';
import type { TokenGranting } from './grant-token';
import { createGuessLimit } from './guess-limit';
import { createKeyRing } from './key-ring';
import { createClientReader } from './read-client';
import type { KeyRegistry } from './signing-key';

/** Verified tokens that are remembered, of each kind. */
const remembered = 10_000;

interface IdentityOptions {
  readonly config: Pick<Config, 'forgeAppIds' | 'forgeKeysUrl' | 'forgeBrowserTokens' | 'sites'>;
  readonly registry: ClientRegistry & KeyRegistry;
  readonly now: () => Date;
  readonly metrics: Pick<Metrics, 'watchTokens'> | null;
}

/** Who asks, and who is given a token. The key of access tokens is made here where there is none. @throws StoreUnavailable */
export async function openIdentity(
  options: IdentityOptions,
): Promise<{ readonly authenticate: Authenticate; readonly granting: TokenGranting }> {
  const { registry, now, metrics } = options;
  const ring = createKeyRing(registry, now);
  await ring.current();
  const verified = new BoundedCache<VerifiedToken>(remembered);
  metrics?.watchTokens('aside', verified);
  const accessTokens = createAccessTokens(ring, now, verified);
  const clients = createClientReader(registry, now);
  return {
    authenticate: createAuthenticate({
      forge: trustForge(options),
      accessTokens,
      identifyClient: createClientIdentifier(clients),
    }),
    granting: { clients, accessTokens, guesses: createGuessLimit(now) },
  };
}

function trustForge({ config, now, metrics }: IdentityOptions): { verify: VerifyForgeToken; trust: ForgeTrust } | null {
  const { forgeAppIds: appIds, forgeKeysUrl: keysUrl, forgeBrowserTokens: browserTokens, sites } = config;
  if (appIds.length === 0) return null;
  const verified = new BoundedCache<ForgeClaims>(remembered);
  metrics?.watchTokens('forge', verified);
  return { verify: createForgeVerifier({ keysUrl, appIds, now, verified }), trust: { sites, browserTokens } };
}
