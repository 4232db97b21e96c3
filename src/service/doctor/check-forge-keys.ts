import type { Config } from '../config';
import { describeCause, type Finding, finding } from './finding';

/** Milliseconds that a clock may differ: tokens are given 5 s. */
const tolerated = 5_000;
const noticeable = 2_000;

/** Whether the keys of Forge can be read from here, and by the Date of that answer, whether this clock is right. */
export async function checkForgeKeys(config: Config, now: () => Date): Promise<Finding[]> {
  if (config.forgeAppIds.length === 0) {
    return [finding('warn', 'forge', 'No app is configured: only OAuth clients get in. Set ASIDE_FORGE_APP_IDS.')];
  }
  const url = config.forgeKeysUrl.href;
  try {
    const asked = now();
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const answered = now();
    const body: unknown = await response.json();
    const keys: unknown = typeof body === 'object' && body !== null && 'keys' in body ? body.keys : null;
    if (!response.ok || !Array.isArray(keys) || keys.length === 0) {
      return [
        finding('fail', 'forge', `${url} answers ${response.status} and no keys. Is ASIDE_FORGE_JWKS_URL right?`),
      ];
    }
    const middle = (asked.getTime() + answered.getTime()) / 2;
    return [
      finding('ok', 'forge', `${keys.length} keys for the tokens of ${config.forgeAppIds.length} app(s) were read.`),
      checkClock(response.headers.get('date'), middle),
    ];
  } catch (error) {
    const advice = 'May this machine reach it (proxy, firewall)? No call of the app can be proved without it.';
    return [finding('fail', 'forge', `${url} cannot be read (${describeCause(error)}). ${advice}`)];
  }
}

/** The Date header is in whole seconds, cut off: half a second is added. */
function checkClock(date: string | null, here: number): Finding {
  const there = Date.parse(date ?? '') + 500;
  if (Number.isNaN(there))
    return finding('warn', 'clock', 'The answer told no time, so that the clock was not compared.');
  const apart = Math.abs(here - there);
  const words = `This clock and that of the keys' server are ${(apart / 1000).toFixed(1)} s apart`;
  if (apart > tolerated) return finding('fail', 'clock', `${words}: tokens are refused. Keep it right with NTP.`);
  if (apart > noticeable)
    return finding('warn', 'clock', `${words}. Keep it right with NTP: from 5 s on, tokens are refused.`);
  return finding('ok', 'clock', `${words}.`);
}
