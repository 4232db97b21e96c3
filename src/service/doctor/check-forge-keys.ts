import type { Config } from '../config/config';
import { checkClock, compareClock } from './check-clock';
import { describeCause, type Finding, finding } from './finding';

/** Whether the keys of Forge can be read from here, and by the Date of that answer, whether this clock is right. */
export async function checkForgeKeys(config: Config, now: () => Date): Promise<Finding[]> {
  if (config.forgeAppIds.length === 0) {
    return [finding('warn', 'forge', 'No app is configured: only OAuth clients get in. Set ASIDE_FORGE_APP_IDS.')];
  }
  const url = config.forgeKeysUrl.href;
  try {
    const asked = now();
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const answered = now();
    if (response.status >= 300 && response.status < 400) {
      return [finding('fail', 'forge', `${url} redirects, which the service does not follow. Give the last address.`)];
    }
    const body: unknown = await response.json();
    const keys: unknown = typeof body === 'object' && body !== null && 'keys' in body ? body.keys : null;
    if (!response.ok || !Array.isArray(keys) || keys.length === 0) {
      return [
        finding('fail', 'forge', `${url} answers ${response.status} and no keys. Is ASIDE_FORGE_JWKS_URL right?`),
      ];
    }
    return [
      finding('ok', 'forge', `${keys.length} keys for the tokens of ${config.forgeAppIds.length} app(s) were read.`),
      checkClock(compareClock(response.headers.get('date'), asked, answered), "the keys' server"),
    ];
  } catch (error) {
    const advice = 'May this machine reach it (proxy, firewall)? No call of the app can be proved without it.';
    return [finding('fail', 'forge', `${url} cannot be read (${describeCause(error)}). ${advice}`)];
  }
}
