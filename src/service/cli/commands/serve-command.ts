import closeWithGrace from 'close-with-grace';
import type { Config } from '../../config/config';
import { listenForCommands } from '../../data-directory/listen-for-commands';
import { checkEncryption } from '../../doctor/check-encryption';
import { describeFault } from '../../errors/describe-fault';
import { type RunningService, startService } from '../../process/start';
import { describeEncryption } from '../../store/engine/postgres-encryption';
import { systemClock } from '../../store/system-clock';
import { createMetrics } from '../../telemetry/metrics';
import { observeStatements } from '../../telemetry/observe-statements';
import { answerCommand } from '../answers/answer-command';
import { type ConfiguredStore, openConfiguredStore } from '../store-access/open-configured-store';

/** A fresh store takes seconds to make: whoever waits longer than this, in ms, is told. */
const sayAfterMs = 1_000;
/** Ends the process when an orderly end takes longer, in ms. */
const grace = 10_000;

interface Closable {
  close(): Promise<void>;
}

/**
 * `aside serve`: opens the store and answers until SIGTERM or SIGINT, and then ends in the opposite order. What fails
 * on the way up gives back what was taken. Standard output is the log's alone.
 */
export async function runServe(config: Config): Promise<void> {
  const opened: Closable[] = [];
  const closeAll = async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  const metrics = config.metrics ? createMetrics() : null;
  const notice = setTimeout(() => tell('Starting: opening the store …'), sayAfterMs);
  try {
    const { store, directory, close } = await openConfiguredStore(config, observeStatements(metrics));
    opened.push({ close });
    if (directory !== null) {
      opened.push(await listenForCommands(directory, (request) => answerCommand(store, request)));
    }
    const service = await startService({ config, store, now: systemClock.now, metrics });
    opened.push(service);
    endWithGrace(closeAll, service);
    tell(`Aside listens at ${service.url} and keeps messages in ${describePromise(config, directory)}`);
    tellOfEncryption(config);
    if (config.forgeAppIds.length === 0) tell(noApp);
    if (service.metricsUrl) tell(`Metrics are at ${service.metricsUrl}`);
  } catch (error) {
    await closeAll();
    throw error;
  } finally {
    clearTimeout(notice);
  }
}

const noApp =
  'No Jira app may call it yet, only OAuth clients: ASIDE_FORGE_APP_IDS and ASIDE_SITES say which app, on which sites.';

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** As doctor says it: where words would travel open, or to whoever answers. */
function tellOfEncryption({ database }: Config): void {
  if (!database) return;
  const { state, words } = checkEncryption(describeEncryption(database));
  if (state !== 'ok') tell(words);
}

function describePromise({ database }: Config, directory: ConfiguredStore['directory']): string {
  if (!database) {
    return `the embedded store at ${directory}: they outlive the process, but not a power cut (fsync is off; its last moments can be lost).`;
  }
  return `${nameServer(database.url)}: what is acknowledged is committed there, as safe as that server keeps it. Other processes may serve the same messages.`;
}

/** Where the messages are on a server, without user and password, which may stand before the host or among the parameters. */
function nameServer(address: string): string {
  const { host, pathname } = new URL(address);
  return `PostgreSQL at ${decodeURIComponent(host) || 'its local socket'}${pathname}`;
}

function endWithGrace(closeAll: () => Promise<void>, { log }: Pick<RunningService, 'log'>): void {
  closeWithGrace({ delay: grace }, async ({ err, signal }) => {
    if (err) log.fatal({ fault: describeFault(err) }, 'ending');
    else log.info({ signal }, 'ending');
    await closeAll();
    log.info('ended');
  });
}
