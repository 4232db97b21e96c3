/** Requests at random: too many for every run of the tests. `npm run test:random`, RANDOM_REQUESTS for another number. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/random'],
  testPathIgnorePatterns: ['/node_modules/'],
};
