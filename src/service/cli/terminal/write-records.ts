import type { Writable } from 'node:stream';
import { UsageError } from './usage-error';
import { writeLine } from './write-line';

/** Whoever read standard output does so no more, as `head` when it has enough. */
export class ReaderGone extends UsageError {
  override readonly name = 'ReaderGone';
}

/**
 * One JSON text a line on standard output; resolves when they are handed on, so that nothing piles up before a slow reader.
 * @throws ReaderGone, and UsageError when standard output fails otherwise, as a full disk does.
 */
export async function writeRecords(records: readonly unknown[], output: Writable = process.stdout): Promise<void> {
  if (records.length === 0) return;
  const lines = records.map(writeLine).join('');
  // Besides the callback, the stream tells everybody of an error; nobody listening would end the process.
  const ignore = () => {};
  output.on('error', ignore);
  try {
    await new Promise<void>((resolve, reject) => {
      output.write(lines, (error) => {
        if (error) reject(describeLoss(error));
        else resolve();
      });
    });
  } finally {
    // The event comes after the callback.
    setImmediate(() => output.off('error', ignore));
  }
}

function describeLoss(error: NodeJS.ErrnoException): UsageError {
  const Kind = error.code === 'EPIPE' ? ReaderGone : UsageError;
  return new Kind(`What was printed could not be handed on: ${error.message}.`);
}
