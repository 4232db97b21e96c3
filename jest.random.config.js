/** Requests at random: too many for every run of the tests. `npm run test:random`, test/random/parameters.ts has the long form. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/random'],
  testPathIgnorePatterns: ['/node_modules/'],
};
