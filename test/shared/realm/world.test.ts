import { runInThisContext } from 'node:vm';

const { noteWorld, restoreWorld } = require('./world.cjs') as {
  noteWorld: () => unknown;
  restoreWorld: (noted: unknown) => void;
};

test('a suite runs in the realm of its worker', () => {
  expect(Array).toBe(runInThisContext('Array'));
});

test('what a suite changes of the world is put back after it', () => {
  const { fetch, queueMicrotask } = globalThis;
  const [exit, directory, limit] = [process.exit, process.cwd(), Error.stackTraceLimit];
  const added = Symbol('added');
  const world = noteWorld();

  Object.assign(globalThis, { added, [added]: 1, fetch: async () => undefined });
  Reflect.deleteProperty(globalThis, 'queueMicrotask');
  Object.assign(process.env, { ASIDE_ADDED: '1', HOME: 'elsewhere' });
  const home = process.env['HOME'];
  delete process.env['PATH'];
  const listen = () => undefined;
  process.on('warning', listen).on('SIGUSR2', listen);
  process.exit = (() => undefined) as never;
  process.chdir('/');
  Error.stackTraceLimit = 3;
  restoreWorld(world);

  expect(globalThis).not.toHaveProperty('added');
  expect(Reflect.has(globalThis, added)).toBe(false);
  expect(globalThis.fetch).toBe(fetch);
  expect(globalThis.queueMicrotask).toBe(queueMicrotask);
  expect(process.env).not.toHaveProperty('ASIDE_ADDED');
  expect(process.env['HOME']).not.toBe(home);
  expect(process.env['PATH']).toBeDefined();
  expect([...process.listeners('warning'), ...process.listeners('SIGUSR2')]).not.toContain(listen);
  expect([process.exit, process.cwd(), Error.stackTraceLimit]).toEqual([exit, directory, limit]);
});
