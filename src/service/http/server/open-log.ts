import { destination } from 'pino';
import type { LogStream } from './app-options';

const standardOutput = 1;

/** Characters that are written before the turn has ended. */
const mostGathered = 65_536;

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
  // It ends quietly where nobody reads any more, and waits for who reads slowly.
  const output = destination({ dest: standardOutput, sync: true });
  let gathered = '';
  const flush = () => {
    const lines = gathered;
    gathered = '';
    if (lines !== '') output.write(lines);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (gathered === '') setImmediate(flush);
      gathered += line;
      if (gathered.length > mostGathered) flush();
    },
  };
}
