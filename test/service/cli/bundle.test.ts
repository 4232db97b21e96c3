import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const { buildIfStale } = require('../../../scripts/build.cjs') as { buildIfStale: (program: 'aside') => void };

const root = join(__dirname, '../../..');

test('the program is text of one byte a sign, since it stays in memory as long as it runs', async () => {
  buildIfStale('aside');
  const text = await readFile(join(root, 'dist/aside.cjs'), 'utf8');
  expect(/[^\0-\x7f]/.exec(text)).toBeNull();
  // What was written as signs means the same.
  expect(text).toContain('\\u00ab\\u00bb\\u2039\\u203a');
});
