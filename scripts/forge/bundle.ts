import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ManifestSchema } from '@forge/manifest';

/** What a file may weigh, in bytes before compression: the platform loads functions and views anew again and again. */
const budget = { functions: 604_000, sharedView: 350_000, view: 17_000 } as const;

const quiet = () => undefined;
const logger = { debug: quiet, trace: quiet, info: quiet, warn: console.warn, error: console.error };
/** The bundlers ask a service of Atlassian's which of their features are on; these are its answers in October 2026. */
export const features = {
  testForgeCliBundleRuntimeLoaderGate: async () => false,
  isTypescriptBundlerEnabled: async () => false,
  getDeprecatedRuntimes: async () => ['nodejs20.x'],
};

/**
 * Bundles the manifest's functions and views with the bundlers that `forge deploy` uses, offline and with no account, so
 * that what they refuse (a type error, an import that they cannot resolve) is met before a deployment.
 * @returns one sentence for each file over its budget.
 * @throws Error with what a bundler refused, or where a bundle is missing.
 */
export async function bundleApp(root: string, manifest: ManifestSchema): Promise<string[]> {
  const runtime = makeRuntime();
  try {
    const output = path.join(root, 'dist', 'forge');
    fs.rmSync(output, { recursive: true, force: true });
    const functions = await bundleFunctions(root, manifest, path.join(output, 'functions'));
    const views = await bundleViews(manifest, path.join(output, 'views'));
    return [...functions.flatMap((file) => weigh(root, file, budget.functions)), ...weighViews(root, views)];
  } finally {
    fs.rmSync(runtime, { recursive: true, force: true });
  }
}

/** The wrapper that runs a function on Atlassian's machines is downloaded at each deployment; an empty one does here. */
function makeRuntime(): string {
  const runtime = fs.mkdtempSync(path.join(os.tmpdir(), 'aside-forge-'));
  fs.mkdirSync(path.join(runtime, 'dist'));
  for (const name of ['wrapper', 'loader']) fs.writeFileSync(path.join(runtime, 'dist', `${name}.js`), '// empty\n');
  process.env['FORGE_RUNTIME_PATH'] = runtime;
  return runtime;
}

async function bundleFunctions(root: string, manifest: ManifestSchema, output: string): Promise<string[]> {
  // Read after the runtime's path is set: they look for it when they are loaded.
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = await import('@forge/bundler');
  const { FileSystemReader } = await import('@forge/cli-shared');
  const handlers = (manifest.modules?.function ?? []).map(({ handler }) => ({ module: handler.split('.')[0] ?? '' }));
  const wrapper = getWrapperProvider({ fileSystemReader: new FileSystemReader(), statsigService: features as never });
  const bundler = getNodeBundler(
    logger as never,
    wrapper,
    { readConfig: async () => manifest } as never,
    features as never,
  );
  const entryPoints = getEntryPoints(handlers as never);
  const { outputDir } = await bundler.bundle({ appDirectory: root, entryPoints });
  return keep(
    outputDir,
    output,
    entryPoints.map(({ name }) => `${name}.cjs`),
  );
}

interface Views {
  readonly files: readonly string[];
  /** The names of those that a module draws; the others are shared between them. */
  readonly entries: ReadonlySet<string>;
}

async function bundleViews(manifest: ManifestSchema, output: string): Promise<Views> {
  const { NativeUIBundler } = await import('@forge/bundler');
  const resources = (manifest.resources ?? []).filter(({ entry }) => entry !== undefined);
  const asked = resources.map(({ key, path: folder, entry }) => ({ key, path: folder, entry, type: 'nativeUI' }));
  const bundler = new NativeUIBundler(logger as never);
  const { nativeUiBundlesDetails: built } = await bundler.bundleResources(
    asked as never,
    manifest.translations as never,
  );
  if (built.length !== resources.length) throw new Error('A resource of the manifest has no bundle');
  const entries = new Set<string>();
  const files = built.flatMap(({ key, path: folder, entry }) => {
    const expected = Object.keys(entry ?? {}).map((name) => `${name}.js`);
    for (const name of expected) entries.add(name);
    return keep(folder, path.join(output, key), expected);
  });
  return { files, entries };
}

/** Copies what was built to where it can be looked at; each of the expected files has to be there. */
function keep(built: string, output: string, expected: readonly string[]): string[] {
  fs.cpSync(built, output, { recursive: true });
  for (const name of expected) {
    if (!fs.existsSync(path.join(output, name))) throw new Error(`The bundler wrote no ${name}`);
  }
  return fs
    .readdirSync(output)
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => path.join(output, name));
}

/** With one view there is nothing to share: its file holds all. */
function weighViews(root: string, { files, entries }: Views): string[] {
  const isView = (file: string) => entries.size > 1 && entries.has(path.basename(file));
  return files.flatMap((file) => weigh(root, file, isView(file) ? budget.view : budget.sharedView));
}

function weigh(root: string, file: string, limit: number): string[] {
  const content = fs.readFileSync(file);
  const name = path.relative(root, file);
  const [bytes, allowed] = [content.length, limit].map((size) => size.toLocaleString('en'));
  console.log(`${name}: ${bytes} bytes, ${gzipSync(content).length.toLocaleString('en')} gzipped`);
  return content.length > limit ? [`${name} has ${bytes} bytes; its budget is ${allowed}`] : [];
}
