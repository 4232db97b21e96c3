/**
 * What a suite can leave behind in the realm that it shares with those that come after it: globals, the environment,
 * listeners of the process. Modules of ours are loaded anew for each suite and need no such care.
 */
function noteWorld() {
  return {
    globals: new Map(
      Reflect.ownKeys(globalThis).map((name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)]),
    ),
    environment: { ...process.env },
    listeners: new Map(process.eventNames().map((event) => [event, process.rawListeners(event)])),
    exit: process.exit,
    directory: process.cwd(),
    stackTraceLimit: Error.stackTraceLimit,
  };
}

/** Puts all of it back. */
function restoreWorld({ globals, environment, listeners, exit, directory, stackTraceLimit }) {
  for (const name of Reflect.ownKeys(globalThis)) if (!globals.has(name)) Reflect.deleteProperty(globalThis, name);
  for (const [name, before] of globals) {
    if (!isSame(before, Reflect.getOwnPropertyDescriptor(globalThis, name))) {
      Reflect.defineProperty(globalThis, name, before);
    }
  }
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) if (process.env[name] !== value) process.env[name] = value;
  for (const event of process.eventNames()) {
    const before = listeners.get(event) ?? [];
    for (const listener of process.rawListeners(event)) {
      if (!before.includes(listener)) process.removeListener(event, listener);
    }
  }
  process.exit = exit;
  if (process.cwd() !== directory) process.chdir(directory);
  Error.stackTraceLimit = stackTraceLimit;
}

const isSame = (one, other) =>
  other !== undefined && one.value === other.value && one.get === other.get && one.set === other.set;

module.exports = { noteWorld, restoreWorld };
