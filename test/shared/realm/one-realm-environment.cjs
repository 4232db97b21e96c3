const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { noteWorld, restoreWorld } = require('./world.cjs');
const { beginCosts } = require('./suite-costs.cjs');
const { followTimers } = require('./suite-timers.cjs');

/**
 * A suite runs in the realm of its worker, and not in a context of its own: no hundred globals are made and taken apart
 * for it, what it looks up globally is found as fast as in a program, and a package that a worker has loaded is that of
 * every suite (`keeping-runtime.cjs`). What a suite changes of the world is put back after it.
 */
module.exports = class OneRealmEnvironment {
  global = globalThis;
  fakeTimers = null;
  #world = noteWorld();
  #endTimers = followTimers();
  #endCosts;

  constructor({ projectConfig }, { testPath, docblockPragmas }) {
    /** For a suite that looks at how code is compiled: `@compiles-anew` in its first comment. */
    this.compilesAnew = 'compiles-anew' in docblockPragmas;
    this.#endCosts = beginCosts(testPath);
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: fakeable() });
    globalThis.global = globalThis;
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern?.dispose();
    this.fakeTimersModern = null;
    this.#endTimers();
    restoreWorld(this.#world);
    this.#endCosts();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** What asks for a context asks only whether the suite is over; nothing is run in another one. */
  getVmContext() {
    return globalThis;
  }
};

/**
 * The globals as the fake timers see them: without what drives Node itself, which no test may stop here. Its streams
 * wait for `process.nextTick`, its `fetch` for `queueMicrotask`.
 */
function fakeable() {
  const { nextTick, hrtime } = process;
  const own = { nextTick, hrtime };
  return new Proxy(globalThis, {
    get: (all, name) => (name === 'process' ? own : all[name]),
    getOwnPropertyDescriptor: (all, name) =>
      name === 'queueMicrotask' ? undefined : Reflect.getOwnPropertyDescriptor(all, name),
  });
}
