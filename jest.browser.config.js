/** The tests in a real browser: they build and start the programs that people start. `npm run test:browser`. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Slowed pages (BROWSER_SLOWDOWN) have as much more time.
  testTimeout: 120_000 * Number(process.env.BROWSER_SLOWDOWN ?? 1),
  // Each suite has programs of its own, and waits as much as it reckons.
  maxWorkers: 2,
};
