const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
  // A worker loads and compiles once what its suites share: decision 48.
  testEnvironment: '<rootDir>/test/shared/realm/one-realm-environment.cjs',
  runtime: '<rootDir>/test/shared/realm/keeping-runtime.cjs',
  // Three also on two cores, since much of it is waiting; no more than four, since each may hold stores of 0.7 GB.
  maxWorkers: Math.min(4, Math.max(3, availableParallelism() - 1)),
  // It ends what hangs, and judges no speed: a machine may be busy.
  testTimeout: 300_000,
  // What the suites of a run share: a server of PostgreSQL, an engine to copy, programs.
  globalSetup: '<rootDir>/test/shared/run/prepare-run.ts',
  globalTeardown: '<rootDir>/test/shared/run/clear-run.ts',
  testSequencer: '<rootDir>/test/shared/run/longest-first.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '/test/random/', '/test/bench/', '/test/faults/'],
  transform: {
    '\\.(ts|tsx|js|mjs|cjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'classic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  // What a run has bundled for itself is left as it is, as packages are.
  transformIgnorePatterns: ['/node_modules/', '/aside-run-'],
};
