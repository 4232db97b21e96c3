import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { engineFlags } from '../shared/engine/engine-flags';

export interface RunningPreview {
  readonly url: string;
  readonly serviceUrl: string;
  readonly client: { readonly id: string; readonly secret: string; readonly site: string };
  end(signal: 'SIGKILL' | 'SIGINT'): Promise<{ readonly code: number | null }>;
}

/**
 * What `npm start` runs, from the project's folder, as a process of its own on free ports; resolves once it says that it
 * is ready. Its people have said nothing yet, unless the settings want the full demo.
 */
export async function startPreviewProgram(dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningPreview> {
  const child = spawn(process.execPath, [...engineFlags, join(process.cwd(), 'bin/preview.cjs')], {
    env: {
      ...process.env,
      PREVIEW_PORT: '0',
      SERVICE_PORT: '0',
      PREVIEW_DATA_DIR: dataDir,
      PREVIEW_DEMO: 'bare',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await waitForWelcome(child);
  const find = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '';
  return {
    url: find(/Aside is ready at (http:\/\/localhost:\d+)/),
    serviceUrl: find(/curl -s (http:\/\/[\d.]+:\d+)\/oauth\/token/),
    client: {
      id: find(/client_id +(\S+)/),
      secret: find(/client_secret +(\S+)/),
      site: find(/site +([0-9a-f-]{36})/),
    },
    async end(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return { code: child.exitCode };
    },
  };
}

async function waitForWelcome(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: string) => {
      said += text;
      if (said.includes('Ctrl-C stops it.')) resolve(said);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
}
