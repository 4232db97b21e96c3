import { runProgram } from './program';

// Each command says itself what it means that nobody reads any more (`writeRecords`). Ending the process here instead
// would race with its sentence and with the closing of the store.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void runProgram(process.argv.slice(2), process.env);
