const { statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { isShared } = require('./shared-packages.cjs');

/** Where each module lies, as far as a suite of this worker has asked. */
const places = new Map();
/** By file: what it was compiled from, and the script of it. */
const compiled = new Map();
/** By who asks and for what: the packages that all suites of this worker share. */
const packages = new Map();

const insidePackages = `${sep}node_modules${sep}`;
const insideFramework = `${sep}jest-circus${sep}`;

/**
 * Jest's own runtime reads, transforms and compiles every module again for each suite, which was two fifths of what the
 * suites cost. Here a worker does so once. Modules of ours, and packages that keep something between calls, are still
 * run anew for each suite; packages that keep nothing, and Jest's own but for its list of tests, are loaded once.
 *
 * It reaches into what Jest calls internal: package.json names one version of it.
 */
module.exports = class KeepingRuntime extends Runtime {
  #compilesAnew;

  constructor(...given) {
    super(...given);
    const [, { compilesAnew }] = given;
    this.#compilesAnew = compilesAnew;
    const known = compilesAnew ? new Map() : compiled;
    this._resolution.cjsCache = places;
    this._resolution.clear = () => undefined;
    const { transformCache, executor } = this;
    const transform = transformCache.transform.bind(transformCache);
    transformCache.transform = (filename, options) => {
      const version = versionOf(filename);
      let file = known.get(filename);
      if (file?.version !== version) {
        const code = transform(filename, options);
        file = { version, code, sourceMap: transformCache.sourceMaps.get(filename), script: null };
        known.set(filename, file);
      }
      if (file.sourceMap !== undefined) transformCache.sourceMaps.set(filename, file.sourceMap);
      transformCache.transforms.set(filename, file);
      return file.code;
    };
    executor.compile = (code, filename) => {
      const file = known.get(filename);
      // V8 knows a text that it has compiled before by itself.
      file.script ??= compile(compilesAnew ? `${code}\n// anew` : code, executor.injectedModuleParameters, filename);
      // A function of the suite's own: what the engine learns of the classes of one suite makes the next one's slow.
      return file.script.runInThisContext();
    };
  }

  requireModule(from, name, options, isActual) {
    if (name !== undefined && isShared(name) && !this.#compilesAnew) return requireShared(from, name);
    return super.requireModule(from, name, options, isActual);
  }

  requireInternalModule(from, to) {
    if (to === undefined ? from.includes(insideFramework) : to.startsWith('.'))
      return super.requireInternalModule(from, to);
    return requireShared(from, to ?? from);
  }
};

function compile(code, parameters, filename) {
  const start = `(function (${parameters.join(', ')}) {`;
  return new Script(`${start}${code}\n})`, { filename, columnOffset: -start.length });
}

function requireShared(from, name) {
  const key = `${from}\0${name}`;
  if (!packages.has(key)) packages.set(key, createRequire(from)(name));
  return packages.get(key);
}

/** Changes with a file that may change while suites run: one of ours, or one that a suite writes. */
function versionOf(filename) {
  if (filename.includes(insidePackages)) return 0;
  const { mtimeMs, size } = statSync(filename);
  return `${mtimeMs} ${size}`;
}
