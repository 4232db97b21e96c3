/** @type {import('jest').Config} */
module.exports = {
  // A worker loads and compiles once what its suites share: decision 48.
  testEnvironment: '<rootDir>/test/shared/realm/one-realm-environment.cjs',
  runtime: '<rootDir>/test/shared/realm/keeping-runtime.cjs',
  // More than two cores have work for, since much of it waits for programs; no more, since each may hold stores of 0.7 GB.
  maxWorkers: 4,
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
