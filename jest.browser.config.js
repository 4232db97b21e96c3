/** The tests in a real browser: they build and start the programs that people start. `npm run test:browser`. */
const slowdown = Number(process.env.BROWSER_SLOWDOWN ?? 1);

module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Slowed pages have as much more time.
  testTimeout: 120_000 * slowdown,
  // Each suite has programs of its own, and waits as much as it reckons. Chromium slows a page by keeping the processor busy.
  maxWorkers: slowdown > 1 ? 1 : 2,
};
