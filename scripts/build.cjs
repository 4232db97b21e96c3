/**
 * Bundles the two programs into dist/: `aside` (service and command line, one file beside PGlite) and `preview`, and the
 * page of the composer.
 * No package may run code at install time (docs/decisions/0001-no-install-scripts.md), so there is no `prepare`: the
 * commands in bin/ build what is missing or older than its sources. `node scripts/build.cjs` builds all.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const target = (name) => path.join(root, 'dist', `${name}.cjs`);

const programs = {
  aside: {
    entry: 'src/service/cli/main.ts',
    sources: ['src/patterns', 'src/contract', 'src/document', 'src/service'],
    // PGlite finds its WebAssembly beside its own files.
    options: { external: ['@electric-sql/pglite'] },
  },
  preview: {
    entry: 'preview/main.ts',
    sources: ['src', 'preview', 'platform'],
    options: { packages: 'external' },
  },
};

/** The page of the composer, which no program holds: manifest.yml names the folder that it is built into. */
const composer = { sources: ['src/app/composer', 'src/app/definitions', 'src/document', 'src/patterns'] };

/** Builds one program where its sources are at hand; an image that holds only dist/ runs what it holds. */
function buildIfStale(name) {
  const { sources } = programs[name];
  const files = [...sources.flatMap(filesBelow), path.join(root, 'package.json'), __filename];
  if (!fs.existsSync(path.join(root, programs[name].entry))) return;
  const built = fs.existsSync(target(name)) ? fs.statSync(target(name)).mtimeMs : 0;
  if (!files.some((file) => fs.statSync(file).mtimeMs > built)) return;
  if (process.stderr.isTTY) console.error(`Building ${name} …`);
  build(name);
}

/** The same for the page of the composer. Resolves once it is there. */
async function buildComposerIfStale() {
  const { buildComposer, composerFolder } = require('./build-composer.cjs');
  const page = path.join(composerFolder, 'composer.js');
  const own = ['package.json', 'scripts/build-composer.cjs'].map((name) => path.join(root, name));
  const built = fs.existsSync(page) ? fs.statSync(page).mtimeMs : 0;
  const files = [...composer.sources.flatMap(filesBelow), ...own];
  if (files.some((file) => fs.statSync(file).mtimeMs > built)) await buildComposer();
}

function filesBelow(folder) {
  const full = path.join(root, folder);
  if (!fs.existsSync(full)) return [];
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function build(name) {
  const { entry, options } = programs[name];
  // Two commands may build at once: each writes a file of its own and renames it into place.
  const outfile = `${target(name)}.${process.pid}.tmp`;
  require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    define: { 'process.env.ASIDE_VERSION': JSON.stringify(require('../package.json').version) },
    legalComments: 'none',
    // A program is kept as text for as long as it runs. Lines stay short enough to be named in a stack.
    minifyWhitespace: true,
    lineLimit: 160,
    logLevel: 'warning',
    ...options,
  });
  fs.writeFileSync(outfile, escapeSigns(fs.readFileSync(outfile, 'utf8')));
  fs.renameSync(outfile, target(name));
}

/** Esbuild leaves signs beyond ASCII in regular expressions. For one beyond Latin V8 keeps two bytes for each of the whole text. */
function escapeSigns(text) {
  return text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

module.exports = { buildIfStale, buildComposerIfStale };

if (require.main === module) {
  for (const name of Object.keys(programs)) build(name);
  require('./build-composer.cjs')
    .buildComposer()
    .catch((error) => {
      console.error(error);
      process.exitCode = 1;
    });
}
