import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDirectoryVariable } from './make-once';

const { buildComposerIfStale } = require('../../../scripts/build.cjs') as { buildComposerIfStale: () => Promise<void> };

/** Before the first suite. What the suites share is made when one of them asks for it. */
export default async function prepareRun(): Promise<void> {
  process.env[runDirectoryVariable] = await mkdtemp(join(tmpdir(), 'aside-run-'));
  // The manifest names its folder, which the platform's validators look for and the preview serves.
  await buildComposerIfStale();
}
