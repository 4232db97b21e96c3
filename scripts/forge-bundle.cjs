#!/usr/bin/env node
// Bundles the manifest's functions and views with the bundlers that `forge deploy` uses, offline and with no account, so
// that what they refuse (a type error, an import that they cannot resolve) is met before a deployment. Prints each
// file's size; ends with 1 on an error, or where a bundle is missing.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { gzipSync } = require('node:zlib');

const root = path.resolve(__dirname, '..');
process.chdir(root);

// The wrapper that runs a function on Atlassian's machines is downloaded at each deployment; an empty one does here.
const runtime = fs.mkdtempSync(path.join(os.tmpdir(), 'aside-forge-'));
fs.mkdirSync(path.join(runtime, 'dist'));
for (const name of ['wrapper', 'loader']) fs.writeFileSync(path.join(runtime, 'dist', `${name}.js`), '// empty\n');
process.env.FORGE_RUNTIME_PATH = runtime;

const { getEntryPoints, getNodeBundler, getWrapperProvider, NativeUIBundler } = require('@forge/bundler');
const { FileSystemReader } = require('@forge/cli-shared');
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

const quiet = () => undefined;
const logger = { debug: quiet, trace: quiet, info: quiet, warn: console.warn, error: console.error };
const features = {
  testForgeCliBundleRuntimeLoaderGate: async () => false,
  isTypescriptBundlerEnabled: async () => false,
};

async function main() {
  const manifest = await readManifest();
  const output = path.join(root, 'dist', 'forge');
  fs.rmSync(output, { recursive: true, force: true });
  await bundleFunctions(manifest, path.join(output, 'functions'));
  await bundleViews(manifest, path.join(output, 'views'));
}

async function readManifest() {
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).withOptions({}).build();
  const { success, errors, manifestObject } = await processor.process();
  if (!success)
    throw new Error(`The manifest is not valid: ${(errors ?? []).map(({ message }) => message).join('; ')}`);
  return manifestObject.typedContent;
}

async function bundleFunctions(manifest, output) {
  const handlers = (manifest.modules.function ?? []).map(({ handler }) => ({ module: handler.split('.')[0] }));
  const wrapper = getWrapperProvider({ fileSystemReader: new FileSystemReader(), statsigService: features });
  const bundler = getNodeBundler(logger, wrapper, { readConfig: async () => manifest }, features);
  const entryPoints = getEntryPoints(handlers);
  const { outputDir } = await bundler.bundle({ appDirectory: root, entryPoints });
  keep(
    outputDir,
    output,
    entryPoints.map(({ name }) => `${name}.cjs`),
  );
}

async function bundleViews(manifest, output) {
  const resources = (manifest.resources ?? []).filter(({ entry }) => entry !== undefined);
  const asked = resources.map(({ key, path: folder, entry }) => ({ key, path: folder, entry, type: 'nativeUI' }));
  const { nativeUiBundlesDetails } = await new NativeUIBundler(logger).bundleResources(asked, manifest.translations);
  if (nativeUiBundlesDetails.length !== resources.length) throw new Error('A resource of the manifest has no bundle');
  for (const { key, path: built, entry } of nativeUiBundlesDetails) {
    keep(
      built,
      path.join(output, key),
      Object.keys(entry).map((name) => `${name}.js`),
    );
  }
}

/** Copies what was built to where it can be looked at, and prints it; each of the expected files has to be there. */
function keep(built, output, expected) {
  fs.cpSync(built, output, { recursive: true });
  for (const name of expected) {
    if (!fs.existsSync(path.join(output, name))) throw new Error(`The bundler wrote no ${name}`);
  }
  for (const name of fs.readdirSync(output)) {
    if (!/\.c?js$/.test(name)) continue;
    const content = fs.readFileSync(path.join(output, name));
    const sizes = `${content.length.toLocaleString('en')} bytes, ${gzipSync(content).length.toLocaleString('en')} gzipped`;
    console.log(`${path.relative(root, path.join(output, name))}: ${sizes}`);
  }
}

main()
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => fs.rmSync(runtime, { recursive: true, force: true }));
