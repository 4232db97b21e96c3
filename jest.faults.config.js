/** Processes killed, disks filled, addresses moved. `npm run test:faults`; test/faults/parameters.ts has the long form. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  // A fault hangs for as long as it is told to; this ends what hangs for ever.
  testTimeout: 3_600_000,
  maxWorkers: 1,
};
