import { existsSync } from 'node:fs';

const { usualSeconds } = require('./longest-first.cjs') as { usualSeconds: Readonly<Record<string, number>> };

test.each(Object.keys(usualSeconds))('%s is a suite', (path) => {
  expect(existsSync(path)).toBe(true);
});
