const { appendFileSync } = require('node:fs');
const { relative } = require('node:path');

/** Where each suite adds a line of what it cost; docs/developing.md says how it is read. */
const file = process.env['TEST_COSTS'];

/**
 * What a suite costs its worker, in seconds of processor time; what programs cost that it starts is not in it.
 * @returns what ends the count and writes it.
 */
function beginCosts(testPath) {
  if (file === undefined) return () => undefined;
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    const seconds = ((user + system) / 1e6).toFixed(2);
    appendFileSync(file, `${seconds}\t${relative(process.cwd(), testPath)}\n`);
  };
}

module.exports = { beginCosts };
