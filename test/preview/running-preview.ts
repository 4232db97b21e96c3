import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { engineFlags } from '../shared/engine/engine-flags';

const root = join(__dirname, '..', '..');

/** Bundles the preview as the build does, into a folder of its own under dist/: its packages are looked up from there. */
export function bundlePreview(): { readonly file: string; readonly remove: () => void } {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'preview-test-'));
  const file = join(folder, 'preview.cjs');
  const options = ['--bundle', '--platform=node', '--target=node20', '--format=cjs', '--packages=external'];
  execFileSync(join(root, 'node_modules', '.bin', 'esbuild'), [
    join(root, 'preview', 'main.ts'),
    ...options,
    `--outfile=${file}`,
    '--log-level=warning',
  ]);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface PreviewProcess {
  readonly child: ChildProcess;
  /** All that it has printed, of both streams. */
  readonly output: () => string;
  /** How it ended: the exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export function spawnPreview(file: string, env: Readonly<Record<string, string>>): PreviewProcess {
  const child = spawn(process.execPath, [...engineFlags, file], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part.toString();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
  return { child, output: () => output, ended };
}

/** Waits until it is ready. @throws with what it printed, when it ends or takes four minutes, as no busy machine does. */
export async function whenReady(preview: PreviewProcess): Promise<{ readonly url: string; readonly secret: string }> {
  const deadline = Date.now() + 240_000;
  for (;;) {
    const url = /Aside is ready at (\S+)/.exec(preview.output())?.[1];
    const secret = /client_secret {2}(\S+)/.exec(preview.output())?.[1];
    if (url !== undefined && secret !== undefined) return { url, secret };
    if (preview.child.exitCode !== null || Date.now() > deadline) throw new Error(preview.output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
