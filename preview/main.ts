import closeWithGrace from 'close-with-grace';
import { LockDamaged } from '../src/service/data-directory/lock-damaged';
import { DirectoryLocked } from '../src/service/data-directory/lock-data-directory';
import { findRoot } from './start/find-root';
import { PreviewError } from './start/preview-error';
import { readSettings } from './start/settings';
import { startPreview } from './start/start-preview';
import { writeWelcome } from './start/write-welcome';

/** After which an orderly end is no longer waited for, in milliseconds. */
const grace = 10_000;

/** `npm start`. */
async function main(): Promise<void> {
  const root = findRoot(__dirname);
  const settings = readSettings(process.env, root);
  const report = (step: string): void => console.log(`${step} … (${process.uptime().toFixed(1)} s)`);
  const preview = await startPreview(root, settings, report);
  closeWithGrace({ delay: grace }, async ({ err }) => {
    if (err) console.error(err);
    await preview.close();
    console.log('Stopped.');
  });
  console.log(writeWelcome(preview));
}

main().catch((error: unknown) => {
  // A reason that can be acted on is said in one line; anything else is a fault of ours, with where it happened.
  const isPlain = error instanceof PreviewError || error instanceof DirectoryLocked || error instanceof LockDamaged;
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
});
