import { ConfigError, parseConfig } from '../../config/config';
import { checkAddress } from '../../doctor/check-address';
import { checkForgeKeys } from '../../doctor/check-forge-keys';
import { checkStore, type StoreState } from '../../doctor/check-store';
import { type Finding, finding } from '../../doctor/finding';
import { systemClock } from '../../store/system-clock';
import { askStore } from '../store-access/with-commands';
import { UsageError } from '../terminal/usage-error';

/**
 * `aside doctor`: a line for each thing that it looked at. It changes nothing, and reads its own environment.
 * @throws UsageError, after it has printed, when something fails.
 */
export async function runDoctor(env: NodeJS.ProcessEnv, url: string | null): Promise<void> {
  const findings: Finding[] = [];
  const tell = (found: readonly Finding[]) => {
    for (const { state, subject, words } of found) {
      process.stdout.write(`${state.padEnd(4)}  ${subject.padEnd(13)}  ${words}\n`);
    }
    findings.push(...found);
  };
  try {
    const config = parseConfig(env);
    const words = 'Every setting in this environment holds to its rule. "node bin/aside.cjs config" shows them.';
    tell([finding('ok', 'configuration', words)]);
    const ask = async () => readState(await askStore({ ...config, migrate: 'off' }, { command: 'store state' }));
    tell(await checkStore(config, ask, systemClock.now()));
    tell(await checkForgeKeys(config, systemClock.now));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tell(
      error.problems.map(({ variable, rule }) =>
        finding('fail', 'configuration', `In this environment ${variable} ${rule}.`),
      ),
    );
  }
  if (url !== null) tell(await checkAddress(url, systemClock.now));
  else tell([finding('warn', 'address', 'Not looked at: give --url with the address that Jira calls.')]);
  if (!findings.some(({ subject }) => subject === 'clock')) {
    tell([finding('warn', 'clock', 'Not compared: there was no server to compare it with. --url names one.')]);
  }
  const failures = findings.filter(({ state }) => state === 'fail').length;
  if (failures > 0) throw new UsageError(`${failures} of ${findings.length} checks failed.`);
}

/** The one who answers may be of another version. */
function readState(answer: unknown): StoreState {
  const { keySince, product, ahead, workers }: Partial<Record<keyof StoreState, unknown>> = Object(answer);
  return {
    keySince: typeof keySince === 'string' ? keySince : null,
    product: typeof product === 'string' ? product : 'The store',
    ahead: typeof ahead === 'number' ? ahead : Number.NaN,
    workers: Array.isArray(workers) ? workers : null,
  };
}
