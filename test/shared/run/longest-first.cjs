const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Seconds that the long suites take on two cores. Jest remembers how long each took and begins the long ones first; in a
 * fresh clone it knows nothing, and a long one that begins last leaves the other workers idle. Only their order matters.
 */
const usualSeconds = {
  'test/service/store/store.test.ts': 69,
  'test/authorization/matrix/matrix.test.ts': 38,
  'test/app/automation/storm.test.ts': 38,
  'test/conformance/messaging.test.ts': 31,
  'test/isolation/isolation.test.ts': 27,
  'test/app/automation/storm-for-real.test.ts': 26,
  'test/app/automation/all-faults.test.ts': 25,
  'test/service/data-directory/lock-data-directory.test.ts': 22,
  'test/service/cli/postgres.test.ts': 22,
  'test/service/cli/program.test.ts': 22,
  'test/service/cli/people.test.ts': 19,
  'test/app/notices/sweep.test.ts': 19,
  'test/service/store/taken-away.test.ts': 13,
  'test/app/notices/holds.test.ts': 11,
  'test/preview/start.test.ts': 11,
  'test/document/growth.test.ts': 11,
};

module.exports = class LongestFirst extends Sequencer {
  /** What Jest remembers of a suite, or what it usually takes, in milliseconds. */
  time(test) {
    const path = relative(test.context.config.rootDir, test.path);
    return super.time(test) ?? (usualSeconds[path] ?? 1) * 1_000;
  }
};

module.exports.usualSeconds = usualSeconds;
