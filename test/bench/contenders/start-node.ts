import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own, on loopback. */
export interface ServedNode {
  readonly pid: number;
  readonly port: number;
  close(): Promise<void>;
}

/** Where a node keeps its messages. */
export type NodePlace = { readonly DATABASE_URL: string } | { readonly ASIDE_DATA_DIR: string };

/** Above what the load can reach: every send and read is counted, and none is refused. */
const limits = {
  ASIDE_RATE_SENDS_CLIENT: '1000000',
  ASIDE_RATE_SENDS_ACCOUNT: '1000000',
  ASIDE_RATE_READS: '1000000',
};

/** `aside serve` as people start it, with its log written and thrown away. */
export async function startNode(place: NodePlace, settings: Readonly<Record<string, string>>): Promise<ServedNode> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(ASIDE_|PORT$|DATABASE_URL$)/.test(name));
  const env = { ...Object.fromEntries(kept), ASIDE_PORT: '0', ...limits, ...settings, ...place };
  const child = spawn(process.execPath, ['bin/aside.cjs', 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit');
  for (;;) {
    const port = /listens at http:\/\/[^ ]*:(\d+)/.exec(said)?.[1];
    if (port !== undefined) return { pid: child.pid ?? 0, port: Number(port), close: () => end(child, ended) };
    const more = once(child.stderr, 'data').then(() => false);
    if (await Promise.race([more, ended.then(() => true)])) throw new Error(`The service did not start: ${said}`);
  }
}

async function end(child: { kill(signal: NodeJS.Signals): boolean }, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
