import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** File, relative to the build's `outdir`, to what is in it. */
export type Built = ReadonlyMap<string, string>;

/** What was built, and out of what: each file with its time and size. */
interface Kept {
  readonly options: string;
  readonly inputs: readonly (readonly [path: string, mtimeMs: number, size: number])[];
  readonly outputs: readonly (readonly [name: string, text: string])[];
}

type Options = BuildOptions & { readonly outdir: string };

/**
 * Bundles, or takes what was bundled before where none of the files that went into it has changed since. It is kept in
 * `dist/bundles` under this name.
 */
export async function buildOnce(root: string, name: string, options: Options): Promise<Built> {
  const file = join(root, 'dist', 'bundles', `${name}.json`);
  const key = JSON.stringify([options, statOf(join(root, 'package-lock.json'))]);
  const kept = readKept(file);
  if (kept?.options === key && kept.inputs.every((input) => isSame(root, input))) return new Map(kept.outputs);

  const began = Date.now();
  const { build, stop } = await import('esbuild');
  stopBundler = stop;
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = outputFiles.map((output) => [relative(options.outdir, output.path), output.text] as const);
  const inputs = Object.keys(metafile.inputs).map((path) => [path, ...statOf(join(root, path))] as const);
  // One that was saved meanwhile may have been read before or after.
  if (inputs.every(([, mtimeMs]) => mtimeMs < began)) keep(file, { options: key, inputs, outputs });
  return new Map(outputs);
}

let stopBundler: (() => Promise<void>) | null = null;

/** Lets the bundler's process go, where one was started. */
export async function endBuilding(): Promise<void> {
  await stopBundler?.();
  stopBundler = null;
}

function statOf(path: string): readonly [mtimeMs: number, size: number] {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? [-1, -1] : [stat.mtimeMs, stat.size];
}

function isSame(root: string, [path, mtimeMs, size]: Kept['inputs'][number]): boolean {
  const [time, length] = statOf(join(root, path));
  return time === mtimeMs && length === size;
}

/** Null for a file that is absent or not whole: then it is built again. */
function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** Two may build at once: each writes a file of its own and renames it into place. */
function keep(file: string, kept: Kept): void {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}.tmp`;
  writeFileSync(own, JSON.stringify(kept));
  renameSync(own, file);
}
