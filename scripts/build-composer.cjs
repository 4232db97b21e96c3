/**
 * Builds the page of the composer into dist/composer, the folder that manifest.yml names and `forge deploy` sends: it
 * has to be built before a deployment (`npm run build`, or `npm run forge:check`). The preview serves the same files.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const source = path.join(root, 'src', 'app', 'composer');
const target = path.join(root, 'dist', 'composer');

/**
 * Atlassian's schema asks which experiments of its editor are on, and brings along two clients of the service that says
 * so. This page speaks with no service: each experiment is off, as it is where that service is not reached.
 */
const withoutExperiments = {
  name: 'without-experiments',
  setup(build) {
    const packages = /^@atlaskit\/(tmp-editor-statsig|feature-gate-js-client|platform-feature-flags)(\/|$)/;
    build.onResolve({ filter: packages }, ({ path: name }) => ({ path: name, namespace: 'off' }));
    build.onLoad({ filter: /.*/, namespace: 'off' }, () => ({
      contents: 'export const fg = () => false, editorExperiment = fg, expValEquals = fg, expValEqualsNoExposure = fg;',
    }));
  },
};

async function buildComposer() {
  // Two commands may build at once: each file is written beside its place and renamed into it.
  const { outputFiles } = await require('esbuild').build({
    absWorkingDir: root,
    entryPoints: { composer: path.join(source, 'main.ts'), style: path.join(source, 'composer.css') },
    outdir: target,
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [withoutExperiments],
    legalComments: 'eof',
    logLevel: 'warning',
  });
  fs.mkdirSync(target, { recursive: true });
  for (const { path: file, contents } of outputFiles)
    write(path.basename(file).replace('style.css', 'composer.css'), contents);
  write('index.html', fs.readFileSync(path.join(source, 'index.html')));
}

function write(name, contents) {
  const beside = path.join(target, `${name}.${process.pid}.tmp`);
  fs.writeFileSync(beside, contents);
  fs.renameSync(beside, path.join(target, name));
}

module.exports = { buildComposer, composerFolder: target };

if (require.main === module) {
  buildComposer().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
