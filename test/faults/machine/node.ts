import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../shared/network/find-free-port';
import { type BundledProgram, bundleProgram } from '../../shared/program/bundle-program';
import { type Child, startChild } from '../../shared/program/child';
import { ask } from '../../shared/service/ask';

/** `aside serve` as a process that a test may kill, at the same address each time. */
export interface Node {
  readonly address: string;
  /** Resolves when it is ready. */
  start(): Promise<void>;
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves with the code with which it has ended. */
  end(): Promise<number | null>;
}

/** Nothing is limited: what is shown is what a fault does. */
const unlimited = {
  ASIDE_RATE_SENDS_CLIENT: '0',
  ASIDE_RATE_SENDS_CLIENT_ALL: '0',
  ASIDE_RATE_SENDS_ACCOUNT: '0',
  ASIDE_RATE_READS: '0',
  ASIDE_MAX_LAG_MS: '0',
  ASIDE_LOG_LEVEL: 'silent',
};

/** The command line, bundled as the build does. */
export function bundleAside(): Promise<BundledProgram> {
  return bundleProgram(join(__dirname, '../../../src/service/cli/main.ts'));
}

/** @param settings of the service, its store among them. */
export async function makeNode(settings: NodeJS.ProcessEnv): Promise<Node> {
  const program = await bundleAside();
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  let child: Child | null = null;
  const stop = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = null;
    ending?.kill(signal);
    return (await ending?.ended)?.code ?? null;
  };
  return {
    address,
    start: async () => {
      child = startChild(program, ['serve'], { ...unlimited, ...settings, ASIDE_PORT: `${port}` });
      await child.line(/^Aside listens/);
      await untilReady(address);
    },
    kill: async () => void (await stop('SIGKILL')),
    end: () => stop('SIGTERM'),
  };
}

export async function isReady(address: string): Promise<boolean> {
  const answer = await ask(`GET ${address}/readyz`).catch(() => null);
  return answer?.status === 200;
}

export async function untilReady(address: string): Promise<void> {
  for (let tries = 0; !(await isReady(address)); tries += 1) {
    if (tries > 2_000) throw new Error('A node is not ready.');
    await wait(20);
  }
}
