import { destination } from 'pino';
import type { LogStream } from './app-options';

const standardOutput = 1;

/** Bytes that are written before the turn has ended. */
const mostGathered = 8_192;

let opened: LogStream | null = null;

/**
 * Standard output, with the lines of one turn of the process as one write: all sends that share a commit end in one turn.
 * What is logged before the process ends by itself, or by what nothing caught, is written before it has ended.
 */
export function openLog(): LogStream {
  opened ??= gatherLines();
  return opened;
}

function gatherLines(): LogStream {
  const output = destination({ dest: standardOutput, sync: true, minLength: mostGathered });
  let isScheduled = false;
  const flush = () => {
    isScheduled = false;
    output.flushSync();
  };
  process.once('exit', flush);
  return {
    write(line) {
      output.write(line);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(flush);
    },
  };
}
