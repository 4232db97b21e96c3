/**
 * The licences of all packages that the lockfile names, and whether this product may use them. `npm run licences` prints
 * each with its packages, and ends with 1 where one is not allowed.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** What asks for no more than to be named. As SPDX writes them: https://spdx.org/licenses/ */
const permissive = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'PSF-2.0'],
  ...['Python-2.0', 'WTFPL'],
]);

const libvips = 'LGPL-3.0-or-later: libvips, unchanged, by which a script writes the pictures of the documents';

/** Of packages that build and test, and are in nothing that is handed on: what they say that is no name of SPDX's. */
const tools = new Map([
  ['@cspell/dict-en-common-misspellings', 'CC BY-SA 4.0: a list of words, which is read and not handed on'],
  ...[
    ...['darwin-arm64', 'darwin-x64', 'linux-arm', 'linux-arm64', 'linux-ppc64', 'linux-riscv64', 'linux-s390x'],
    ...['linux-x64', 'linuxmusl-arm64', 'linuxmusl-x64'],
  ].map((machine) => [`@img/sharp-libvips-${machine}`, libvips]),
  ...['wasm32', 'win32-arm64', 'win32-ia32', 'win32-x64'].map((machine) => [`@img/sharp-${machine}`, libvips]),
  ['axe-core', 'MPL-2.0: asks for the source of its own files alone; it looks at pages in tests, unchanged'],
  ['caniuse-lite', 'CC-BY-4.0: a table of browsers, which is named here'],
  ['fswin', 'BSD: its package.json gives no number'],
  ['omelette', 'MIT by its README and LICENSE; its package.json says so in the old way'],
]);

/** What an app on Forge is made of, under Atlassian's terms for developers, by which the app is on Forge anyway. */
const forge = /^@forge\//;

/** @returns {{ name: string, version: string, licence: string, isTool: boolean }[]} each once. */
function listPackages(root = join(__dirname, '../..')) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const all = new Map();
  for (const [path, { version, license, dev = false }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = all.get(`${name}@${version}`);
    const isTool = dev && (known?.isTool ?? true);
    all.set(`${name}@${version}`, { name, version, licence: license ?? 'none', isTool });
  }
  return [...all.values()];
}

/** Of alternatives one is enough; what is joined by AND has to be allowed in each part. */
function isPermissive(licence) {
  const parts = licence.replace(/[()]/g, '').split(' OR ');
  return parts.some((part) => part.split(' AND ').every((one) => permissive.has(one)));
}

function isAllowed({ name, licence, isTool }) {
  return isPermissive(licence) || (isTool && (tools.has(name) || (forge.test(name) && licence.startsWith('SEE '))));
}

function main() {
  const all = listPackages();
  const licences = [...new Set(all.map(({ licence }) => licence))].sort();
  for (const licence of licences) {
    const names = all.filter((one) => one.licence === licence).map(({ name, version }) => `${name}@${version}`);
    process.stdout.write(`${licence} (${names.length}): ${names.join(', ')}\n`);
  }
  const refused = all.filter((one) => !isAllowed(one));
  for (const { name, version, licence } of refused)
    process.stderr.write(`Not allowed: ${name}@${version}, ${licence}\n`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}

module.exports = { listPackages, isAllowed, tools };
if (require.main === module) main();
